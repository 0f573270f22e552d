import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer as createHttpServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/**
 * Serves a built host application, and hands every other path on to the server behind it, so that page and data are of one
 * origin as in the real host.
 *
 * @param {string} folder the built application
 * @param {string} behind address of the server that answers what the application has no file for
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveHost(folder, behind) {
  const server = createHttpServer((asked, answer) => {
    const { pathname } = new URL(asked.url, 'http://host');
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (file.startsWith(folder) && existsSync(file) && statSync(file).isFile()) {
      answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(answer);
      return;
    }
    const onward = request(new URL(asked.url, behind), { method: asked.method, headers: asked.headers }, (answered) => {
      answer.writeHead(answered.statusCode, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    asked.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
