/** A file in an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names and comments are UTF-8. */
const UTF8 = 0x0800;

/**
 * An archive of a few files, stored and not compressed, each dated `modified` (epoch milliseconds, written in UTC). Names must differ; the
 * whole must stay under 4 GiB and 65,535 files. PKWARE, "APPNOTE.TXT", sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function zip(entries: readonly ZipEntry[], modified: number): Uint8Array<ArrayBuffer> {
  const stamp = dosTime(modified);
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = new TextEncoder().encode(name);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const about = [VERSION, UTF8, 0, stamp.time, stamp.date];
    const sizes = [crc32(bytes), bytes.length, bytes.length];
    const local = [record([[4, LOCAL], ...each(2, about), ...each(4, sizes), [2, path.length], [2, 0]]), path, bytes];
    directory.push(
      record([
        [4, CENTRAL],
        [2, VERSION],
        ...each(2, about),
        ...each(4, sizes),
        [2, path.length],
        ...each(2, [0, 0, 0, 0]),
        [4, 0],
        [4, offset],
      ]),
      path,
    );
    chunks.push(...local);
    offset += lengthOf(local);
  }
  const count = entries.length;
  const end = record([
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, lengthOf(directory)],
    [4, offset],
    [2, 0],
  ]);
  return joined([...chunks, ...directory, end]);
}

/** CRC-32 of ISO 3309, as ZIP and PNG use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** All bytes in one array. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

type Field = readonly [size: 2 | 4, value: number];

function each(size: 2 | 4, values: readonly number[]): readonly Field[] {
  return values.map((value) => [size, value]);
}

function record(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

/** A date of DOS: two seconds fine, from 1980 on. */
function dosTime(instant: number): { time: number; date: number } {
  const at = new Date(Math.max(instant, Date.UTC(1980, 0, 1)));
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}
