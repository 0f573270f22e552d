import type { RecordColumns } from '../../ingest/columns/record-columns.js';
import { piecesOf } from '../../ingest/body-text.js';
import { recordReader } from '../../ingest/columns/record-reader.js';
import type { ReadRecords } from '../../ingest/ndjson.js';
import { readRecords } from '../../ingest/ndjson.js';
import type { Body } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import type { Table } from '../../table.js';
import { ColumnBuilder } from '../../table.js';
import type { Value } from '../../../metrics/types.js';
import { bodyBytes } from './body-bytes.js';
import type { ReadStatements } from './events-table.js';
import { eventsOf } from './events-table.js';
import { rawRow, rawStatement, STATEMENT_COLUMNS } from './raw-statement.js';
import { SessionLogBuilder } from './sessions-log.js';
import type { SessionStatement } from './sessions-statement.js';
import { sessionStatement } from './sessions-statement.js';

/** Waits for what is done between two pieces of a body; told the bytes so far, 0 where they are not known. */
export type AfterPiece = (bytes: number) => Promise<void>;

/** Takes statements from bytes, or one by one, into columns. */
export class StatementColumns {
  readonly #reader: RecordColumns | undefined;
  readonly #builders = STATEMENT_COLUMNS.map(({ type }) => new ColumnBuilder(type));
  readonly #dayOnly: number[] = [];
  readonly #sessions = new Map<number, SessionStatement>();

  /** With `exact`, and without vectors of WebAssembly, every statement is parsed; what it comes to is the same. */
  constructor({ exact = false }: { exact?: boolean } = {}) {
    this.#reader = exact ? undefined : recordReader(STATEMENT_COLUMNS, (statement) => this.#row(statement));
  }

  /** Takes a parsed statement. Throws StatsError `invalid` for one that cannot be read. */
  take(statement: unknown): void {
    if (this.#reader === undefined) this.#push(this.#row(statement));
    else this.#reader.add(statement);
  }

  /**
   * Takes the statements of NDJSON or of a list; after it no other body may come. Counts and throws as `readRecords` does. `afterPiece`
   * is told the bytes so far and waited for after each piece that brought statements.
   */
  async read(body: Body, place: string, afterPiece?: AfterPiece): Promise<ReadRecords> {
    const reader = this.#reader;
    const chunks = reader === undefined ? undefined : bodyBytes(body);
    const wait = async (bytes: number): Promise<void> => (this.#rows === 0 ? undefined : afterPiece?.(bytes));
    if (reader === undefined || chunks === undefined)
      return readRecords(
        body,
        (statement) => this.take(statement),
        place,
        () => wait(0),
      );
    reader.nextBody(place);
    let bytes = 0;
    for await (const piece of piecesOf(chunks)) {
      bytes += piece.bytes.byteLength;
      reader.push(piece.bytes);
      if (!piece.isAll) await wait(bytes);
    }
    return { ...reader.finish(), bytes };
  }

  /** The tables `xapi_events` and `xapi_sessions`; of statements with one id the first is kept. */
  build(): readonly [Table, Table] {
    const { events, rows } = eventsOf(this.#read());
    const log = new SessionLogBuilder();
    const kept = rows === undefined || this.#sessions.size === 0 ? undefined : new Set(rows);
    for (const [row, session] of this.#sessions) if (kept?.has(row) !== false) log.add(session);
    return [events, log.build()];
  }

  #read(): ReadStatements {
    const read = this.#reader?.soFar();
    if (read !== undefined) return { ...read, dayOnly: this.#dayOnly };
    const columns = new Map(STATEMENT_COLUMNS.map(({ name, type }, at) => [name, (this.#builders[at] ?? new ColumnBuilder(type)).build()]));
    return { rows: this.#rows, columns, dayOnly: this.#dayOnly };
  }

  get #rows(): number {
    return this.#reader?.rows ?? this.#builders[0]?.length ?? 0;
  }

  #push(row: readonly (Value | undefined)[]): void {
    for (const [at, builder] of this.#builders.entries()) builder.push(row[at]);
  }

  #row(statement: unknown): readonly (Value | undefined)[] {
    const raw = rawStatement(statement);
    if (typeof raw === 'string') throw new StatsError('invalid', raw);
    const row = this.#rows;
    if (raw.day_only) this.#dayOnly.push(row);
    const session = sessionStatement(statement, raw);
    if (session !== undefined) this.#sessions.set(row, session);
    return rawRow(raw);
  }
}
