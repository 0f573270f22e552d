import { parseArgs } from 'node:util';
import { createServer } from './server/app.mjs';

export { createServer };

/** @typedef {import('./server/app.mjs').ServerOptions} ServerOptions */

const FIRST_PORT = 8080;
const PORTS_TRIED = 50;

/**
 * The server on the port wished for (0 is any), else on 8080 or the next that is free.
 * @param {string | undefined} wished
 * @param {ServerOptions} options
 */
async function start(wished, options) {
  if (wished !== undefined && wished !== '') return createServer({ ...options, port: Number(wished) });
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) {
    try {
      return await createServer({ ...options, port });
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  return createServer({ ...options, port: 0 });
}

/** @param {unknown} error */
function isPortTaken(error) {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Reads the command line, starts, prints the address, and stops on SIGTERM or SIGINT. */
async function main() {
  const { values } = parseArgs({ options: { events: { type: 'string' }, seed: { type: 'string' } } });
  const events = Number(values.events ?? 20_000);
  if (!Number.isInteger(events) || events < 1) throw new Error(`--events: expected a whole number above 0, got "${values.events}"`);
  const server = await start(process.env['PORT'], { seed: values.seed ?? 1, events });
  console.log(server.url);
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error) => {
    console.error(isPortTaken(error) ? `Port ${process.env['PORT']} is taken. PORT=0 takes any that is free.` : error.message);
    process.exitCode = 1;
  });
}
