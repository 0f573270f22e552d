import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { oulad } from './oulad.mjs';
import { json, text } from './reply.mjs';

/** @typedef {import('./reply.mjs').Asked} Asked */
/** @typedef {import('./reply.mjs').Reply} Reply */

const ASPECTS = '/xapi/aspects/';
const OULAD = '/tables/oulad.json';
const ASPECTS_FILES = new Map([
  [`${ASPECTS}statements.ndjson`, { file: 'oracles/aspects/raw-events.ndjson.gz', type: 'application/x-ndjson; charset=utf-8' }],
  [`${ASPECTS}tables.json`, { file: 'oracles/aspects/raw-tables.json.gz', type: 'application/json; charset=utf-8' }],
]);
const MISSING = 'Real data are not part of the project. Put the shared folder beside it, or name it in LEARNER_ELEMENTS_SHARED.';

/** Real data from a folder beside the project: read when asked for, never written anywhere. */
export class SharedData {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, Buffer>} */
    this.read = new Map();
  }

  /**
   * @param {Asked} asked
   * @returns {Reply | undefined}
   */
  handle(asked) {
    if (asked.path === OULAD) return this.#oulad(asked);
    const known = ASPECTS_FILES.get(asked.path);
    if (known === undefined) return undefined;
    const path = join(this.folder, known.file);
    if (!existsSync(path)) return text(404, MISSING);
    const body = this.#once(asked.path, () => gunzipSync(readFileSync(path)));
    return { status: 200, headers: { 'Content-Type': known.type }, body };
  }

  /**
   * `?now=` is the moment as of which the tables stand: an enrollment has one status, which changes with time.
   * @param {Asked} asked
   */
  #oulad(asked) {
    const folder = join(this.folder, 'data', 'oulad');
    if (!existsSync(join(folder, 'student_vle.csv.gz'))) return text(404, MISSING);
    const now = Date.parse(asked.query.get('now') ?? '2024-03-25T00:00:00Z');
    if (Number.isNaN(now)) return json({ error: 'now: expected an instant, ISO 8601.' }, 400);
    const body = this.#once(`${OULAD} ${now}`, () => Buffer.from(JSON.stringify(oulad(folder, now))));
    return { status: 200, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body };
  }

  /**
   * @param {string} key
   * @param {() => Buffer} make
   */
  #once(key, make) {
    const bytes = this.read.get(key) ?? make();
    this.read.set(key, bytes);
    return bytes;
  }
}
