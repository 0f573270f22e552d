/** `npm start`: builds the script if a source is newer, then serves the examples until it is stopped. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { run } from './lib/steps.mjs';
import { ROOT } from './lib/files.mjs';

const built = await run('Script', ['scripts/build.mjs', '--script'], { quiet: true });
if (!built.ok) process.exit(1);
const server = spawn(process.execPath, ['examples/server.mjs', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
