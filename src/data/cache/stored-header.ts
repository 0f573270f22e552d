import type { ColumnType } from '../../metrics/tables.js';
import { PART_KINDS } from '../parts.js';
import type { PartKind } from '../parts.js';
import type { SnapshotNotes } from '../provider.js';
import { MOST_BITS } from './packed-numbers.js';
import type { Packing } from './packed-numbers.js';

/** One column: its type, how its numbers or codes are packed, and the bytes of its dictionary. A withheld column has no bytes. */
export interface StoredColumn extends Partial<Packing> {
  readonly name: string;
  readonly type: ColumnType;
  readonly dictionary?: number;
  readonly withheld?: true;
}

/** What lies in the bytes of a stored snapshot, in order. */
export interface StoredHeader {
  readonly provider: string;
  readonly version: number;
  readonly notes: SnapshotNotes;
  /** Names, e-mail or free text were there and were left out. */
  readonly namesWithheld: boolean;
  readonly tables: readonly { readonly name: string; readonly length: number; readonly columns: readonly StoredColumn[] }[];
}

const TYPES: ReadonlySet<unknown> = new Set<ColumnType>(['category', 'number', 'time', 'boolean']);

/** A header that came from the database, or undefined where it is none: somebody else may have written it. */
export function readHeader(value: unknown): StoredHeader | undefined {
  if (!isRecord(value) || typeof value['provider'] !== 'string' || typeof value['version'] !== 'number') return undefined;
  const { provider, version, notes, namesWithheld, tables } = value;
  if (!isNotes(notes) || typeof namesWithheld !== 'boolean' || !Array.isArray(tables) || !tables.every(isStoredTable)) return undefined;
  return { provider, version, notes, namesWithheld, tables };
}

/** An object, and no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStoredTable(value: unknown): value is StoredHeader['tables'][number] {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    isLength(value['length']) &&
    Array.isArray(value['columns']) &&
    value['columns'].every(isStoredColumn)
  );
}

function isStoredColumn(value: unknown): value is StoredColumn {
  if (!isRecord(value) || typeof value['name'] !== 'string' || !TYPES.has(value['type'])) return false;
  if (value['withheld'] !== undefined) return value['withheld'] === true;
  const { type, bits, least, step, parts, dictionary } = value;
  if (type === 'boolean') return true;
  if (type === 'category') return isLength(dictionary) && isCount(bits) && bits <= 32 && 32 % bits === 0;
  return isCount(bits) && (bits <= MOST_BITS || bits === 64) && Number.isSafeInteger(least) && isCount(step) && isCount(parts);
}

function isNotes(value: unknown): value is SnapshotNotes {
  if (!isRecord(value) || typeof value['bytes'] !== 'number') return false;
  const { generatedAt, skipped, namesSupplied, unrecorded, onDemand } = value;
  return (
    (generatedAt === undefined || typeof generatedAt === 'number') &&
    (namesSupplied === undefined || typeof namesSupplied === 'boolean') &&
    (onDemand === undefined || (Array.isArray(onDemand) && onDemand.every((kind) => PART_KINDS.includes(kind as PartKind)))) &&
    (unrecorded === undefined || (isRecord(unrecorded) && Object.values(unrecorded).every((text) => typeof text === 'string'))) &&
    (skipped === undefined ||
      (isRecord(skipped) &&
        typeof skipped['count'] === 'number' &&
        typeof skipped['total'] === 'number' &&
        typeof skipped['first'] === 'string' &&
        typeof skipped['place'] === 'string'))
  );
}

function isCount(value: unknown): value is number {
  return isLength(value) && value > 0;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
