import { gunzipSync, gzipSync } from 'node:zlib';

const BLOCK = 500;

/** Statements in the order in which they were stored, kept compressed, read by position. */
export class StatementStore {
  /** @param {Iterable<string>} statements each as JSON text */
  constructor(statements) {
    /** @type {Buffer[]} */
    this.blocks = [];
    this.count = 0;
    /** @type {string[]} */
    let block = [];
    for (const statement of statements) {
      block.push(statement);
      this.count += 1;
      if (block.length === BLOCK) {
        this.blocks.push(pack(block));
        block = [];
      }
    }
    if (block.length > 0) this.blocks.push(pack(block));
  }

  /**
   * The statements from position `from` up to, not including, `to`, as JSON texts.
   * @param {number} from
   * @param {number} to
   */
  slice(from, to) {
    const first = Math.floor(from / BLOCK);
    const last = Math.ceil(Math.min(to, this.count) / BLOCK);
    const texts = this.blocks.slice(first, last).flatMap((block) => gunzipSync(block).toString().split('\n'));
    return texts.slice(from - first * BLOCK, to - first * BLOCK);
  }
}

/** @param {readonly string[]} statements */
function pack(statements) {
  return gzipSync(statements.join('\n'), { level: 1 });
}
