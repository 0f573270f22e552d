import { PRIVATE_COLUMNS } from '../../metrics/tables.js';
import { exceeds, planeAt, planesOf } from './bit-planes.js';
import type { Plane, PlaneBits } from './bit-planes.js';
import { packCodes, packNumbers, unpackCodes, unpackNumbers } from './packed-numbers.js';
import type { ProviderId, Snapshot, SnapshotNotes } from '../provider.js';
import { lyingCategory, narrowCodes } from '../narrow-codes.js';
import type { Column, Table } from '../table.js';
import { unknownColumn } from '../table.js';
import { readHeader } from './stored-header.js';
import type { StoredColumn, StoredHeader } from './stored-header.js';

/** A snapshot as it is stored: what is where, and one run of bytes with all columns. */
export interface EncodedSnapshot {
  readonly header: StoredHeader;
  readonly bytes: ArrayBuffer;
}

/**
 * A snapshot in its stored form. Names, e-mail and free text (`private` columns) and texts of error messages are left out.
 * Undefined where people are identified by their e-mail address, which is never stored.
 */
export function encodeSnapshot({ provider, version, notes, tables }: Snapshot): EncodedSnapshot | undefined {
  if ([...tables.values()].some(hasAddresses)) return undefined;
  const runs: Uint8Array[] = [];
  const stored = [...tables.values()].map((table) => ({
    name: table.name,
    length: table.length,
    columns: [...table.columns].map(([name, column]) => encodeColumn(name, column, runs)),
  }));
  const header: StoredHeader = {
    provider,
    version,
    notes: storedNotes(notes),
    namesWithheld: holdsPrivate(tables.values()),
    tables: stored,
  };
  return { header, bytes: joined(runs) };
}

/**
 * The snapshot of a stored form. Its columns stay packed in `bytes` until they are first read. Private columns are unknown in every row;
 * if names had been supplied, `notes.namesSupplied` is left out, as the stored form does not have them. Undefined where header and bytes do
 * not fit each other.
 */
export function decodeSnapshot(header: unknown, bytes: ArrayBuffer): Snapshot | undefined {
  const stored = readHeader(header);
  if (stored === undefined) return undefined;
  const source = new ColumnReader(bytes);
  try {
    const tables = new Map<string, Table>(
      stored.tables.map(({ name, length, columns }) => [
        name,
        { name, length, columns: new Map(columns.map((column) => [column.name, source.column(column, length)])) },
      ]),
    );
    if (!source.atEnd) return undefined;
    const { namesSupplied, ...others } = stored.notes;
    const notes = stored.namesWithheld && namesSupplied === true ? others : stored.notes;
    return { provider: stored.provider as ProviderId, version: stored.version, notes, tables };
  } catch {
    return undefined;
  }
}

function encodeColumn(name: string, column: Column, runs: Uint8Array[]): StoredColumn {
  const { type } = column;
  if (PRIVATE_COLUMNS.has(name)) return { name, type, withheld: true };
  if (column.type === 'boolean') {
    runs.push(packCodes(column.values, FLAGS).bytes);
    return { name, type };
  }
  if (column.type !== 'category') {
    const { packing, runs: planes } = packNumbers(column.values);
    runs.push(...planes);
    return { name, type, ...packing };
  }
  const dictionary = new TextEncoder().encode(joinedTexts(column.dictionary));
  const { bits, bytes } = packCodes(narrowCodes(column) ?? column.codes, column.dictionary.length);
  runs.push(bytes, dictionary);
  return { name, type, bits, dictionary: dictionary.byteLength };
}

/** What is known of a yes or no are two values, packed as codes. */
const FLAGS = 2;
const FLAG_BITS = 2;

/** What stands before each text of a dictionary. */
const BETWEEN = '\0';

/** The texts of a dictionary as one. Many are read from JSON in five times the time, so that is for those that do not come back else. */
function joinedTexts(texts: readonly string[]): string {
  const isOdd = texts.length === 0 || texts.some((text) => text.includes(BETWEEN) || /[\uD800-\uDFFF]/.test(text));
  return isOdd ? JSON.stringify(texts) : BETWEEN + texts.join(BETWEEN);
}

function hasAddresses({ columns }: Table): boolean {
  const actors = columns.get('actor_id');
  return actors?.type === 'category' && actors.dictionary.some((actor) => /^mailto:|^[^\s@]+@[^\s@]+$/i.test(actor));
}

function holdsPrivate(tables: Iterable<Table>): boolean {
  return [...tables].some((table) =>
    [...table.columns].some(([name, column]) => PRIVATE_COLUMNS.has(name) && (column.type !== 'category' || column.dictionary.length > 0)),
  );
}

/** A reason may quote the value that could not be read, so only its place stays. */
function storedNotes({ bytes, generatedAt, skipped, namesSupplied, unrecorded, onDemand }: SnapshotNotes): SnapshotNotes {
  return {
    bytes,
    ...(generatedAt === undefined ? {} : { generatedAt }),
    ...(skipped === undefined ? {} : { skipped: { ...skipped, first: skipped.place } }),
    ...(namesSupplied === undefined ? {} : { namesSupplied }),
    ...(unrecorded === undefined ? {} : { unrecorded }),
    ...(onDemand === undefined ? {} : { onDemand }),
  };
}

/** Reads the columns one after the other; throws a RangeError where the bytes end too early or a code has no text. */
class ColumnReader {
  readonly #bytes: ArrayBuffer;
  #at = 0;

  constructor(bytes: ArrayBuffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.byteLength;
  }

  column({ type, withheld, dictionary, bits = FLAG_BITS, least = 0, step = 1, parts = 1 }: StoredColumn, length: number): Column {
    if (withheld === true) return unknownColumn(type, length);
    if (type !== 'category' && type !== 'boolean') {
      if (bits === 64) return { type, values: new Float64Array(this.#bytes, this.#take(8 * length), length) };
      const planes = planesOf(bits).map((plane) => this.#plane(plane, length));
      const unpack = once(() => unpackNumbers(planes, { bits, least, step, parts }));
      return {
        type,
        get values() {
          return unpack();
        },
      };
    }
    const plane = this.#plane(bits as PlaneBits, length);
    const texts = type === 'boolean' ? undefined : this.#texts(dictionary ?? 0);
    if (exceeds(plane, texts?.length ?? FLAGS)) throw new RangeError('A code has no text.');
    const unpack = once(() => unpackCodes(plane));
    if (texts !== undefined) return lyingCategory(unpack, texts);
    return {
      type: 'boolean',
      get values() {
        return new Int8Array(unpack().buffer, 0, length);
      },
    };
  }

  #plane(bits: PlaneBits, length: number): Plane {
    const plane = planeAt(this.#bytes, this.#at, length, bits);
    this.#take(plane.words.byteLength);
    return plane;
  }

  #texts(byteLength: number): string[] {
    const text = new TextDecoder().decode(new Uint8Array(this.#bytes, this.#take(byteLength), byteLength));
    if (text.startsWith(BETWEEN)) return text.slice(1).split(BETWEEN);
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed) || !parsed.every((text): text is string => typeof text === 'string')) throw new RangeError('No dictionary.');
    return parsed;
  }

  #take(byteLength: number): number {
    const start = this.#at;
    this.#at += aligned(byteLength);
    if (this.#at > this.#bytes.byteLength) throw new RangeError('The bytes end too early.');
    return start;
  }
}

/** What `make` gives, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function joined(runs: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(runs.reduce((sum, run) => sum + aligned(run.byteLength), 0));
  let at = 0;
  for (const run of runs) {
    whole.set(run, at);
    at += aligned(run.byteLength);
  }
  return whole.buffer;
}

/** Every run starts at a multiple of 8, as Float64Array needs it. */
function aligned(byteLength: number): number {
  return Math.ceil(byteLength / 8) * 8;
}
