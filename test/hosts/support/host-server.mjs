import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer as createHttpServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';
import process from 'node:process';

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/**
 * Serves a host application, and hands every path that it does not know on to the server behind it, so that page and data are
 * of one origin as in the real host.
 *
 * @param {string | { folder: string } | { program: string }} host its built files, or what serves it: a program that prints its address
 * @param {string} behind address of the server that answers what the application has nothing for
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveHost(host, behind) {
  const { folder, program } = typeof host === 'string' ? { folder: host } : host;
  const running = program === undefined ? undefined : await start(program);
  const server = createHttpServer((asked, answer) => {
    if (asked.url === '/favicon.ico') return answer.writeHead(204).end();
    const file = folder === undefined ? undefined : fileAt(folder, asked.url);
    if (file !== undefined) {
      answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(answer);
    } else if (running === undefined) {
      pass(asked, answer, [behind]);
    } else {
      pass(asked, answer, [running.url, behind]);
    }
    return undefined;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        running?.child.kill();
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function fileAt(folder, url) {
  const { pathname } = new URL(url, 'http://host');
  const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
  return file.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Asks one server after another until one knows the path. */
function pass(asked, answer, [server, ...others]) {
  const onward = request(new URL(asked.url, server), { method: asked.method, headers: asked.headers }, (answered) => {
    if (answered.statusCode === 404 && others.length > 0) {
      answered.resume();
      pass(asked, answer, others);
      return;
    }
    answer.writeHead(answered.statusCode, answered.headers);
    answered.pipe(answer);
  });
  onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
  answer.on('close', () => onward.destroy());
  onward.end();
}

async function start(program) {
  const child = spawn(process.execPath, [program], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, url: line.trim() };
}
