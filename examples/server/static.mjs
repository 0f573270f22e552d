import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { text } from './reply.mjs';

/** @typedef {import('./reply.mjs').Reply} Reply */

/** @type {ReadonlyMap<string, string>} */
const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** @type {Map<string, { version: string, bytes: Buffer }>} what was read, as long as the file stays the same */
const read = new Map();

/** @param {string} file */
async function bytesOf(file) {
  const { mtimeMs, size } = await stat(file);
  const version = `${mtimeMs} ${size}`;
  const known = read.get(file);
  if (known?.version === version) return known.bytes;
  const bytes = await readFile(file);
  read.set(file, { version, bytes });
  return bytes;
}

/**
 * A file below a folder; undefined if there is none, also for paths that would lead out of the folder.
 * @param {string} folder
 * @param {string} path below it, with a slash in front
 * @returns {Promise<Reply | undefined>}
 */
export async function fileReply(folder, path) {
  const file = join(folder, path);
  const type = TYPES.get(extname(file));
  if (!file.startsWith(folder + sep) || type === undefined) return undefined;
  try {
    return { status: 200, headers: { 'Content-Type': type }, body: await bytesOf(file) };
  } catch {
    return undefined;
  }
}

/**
 * A file of the built package; where it is missing, the answer says how to build it.
 * @param {string} root of the project
 * @param {string} path `/cdn/…` or `/dist/…`
 * @returns {Promise<Reply>}
 */
export async function builtFile(root, path) {
  return (await fileReply(root, path)) ?? text(404, `${path} is not there. "npm run build" makes cdn/ and dist/.`);
}
