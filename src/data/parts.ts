import type { ProviderInput, ReadContext, Snapshot } from './provider.js';
import type { StatsErrorData } from './stats-error.js';

/** What a host tells about one exploration by a call of its own; asked for only where somebody needs it. */
export type PartKind = 'statistics' | 'feedback' | 'cards';

/** Whether a part was read, was not asked for yet, or could not be had. */
export type PartState = 'there' | 'waiting' | 'failed';

/** A part that came, or undefined in the place of one that could not be had. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string;
  readonly body: unknown;
}

/** The parts of a provider's snapshots. */
export interface PartSource {
  /**
   * Every exploration with the state of its part, in the order of the host; undefined where this part is not asked for on demand, and of
   * what was handed over lacks none.
   */
  states(snapshot: Snapshot, kind: PartKind): ReadonlyMap<string, PartState> | undefined;
  /** The title of an exploration; its id where it has none. */
  title(snapshot: Snapshot, id: string): string;
  /** One call, checked. Throws StatsError. */
  fetch(kind: PartKind, id: string, input: ProviderInput, context: ReadContext): Promise<unknown>;
  /** The snapshot with these parts. Pure. */
  merge(snapshot: Snapshot, parts: readonly Part[]): Snapshot;
  /** What of a snapshot may be stored: parts that failed are asked for again, parts that are private are not kept. */
  storable(snapshot: Snapshot): Snapshot;
  /** The part that a column (`table.column`) is made from. */
  fedBy(column: string): PartKind | undefined;
}

/** Which parts are wanted now: those on screen first, then the rest. What is not named is not asked for any more. */
export interface PartWants {
  readonly kind: PartKind;
  readonly first: readonly string[];
  readonly rest: readonly string[] | 'all';
}

/** A part that could not be had. */
export interface PartFailure {
  readonly id: string;
  readonly title: string;
  readonly error: StatsErrorData;
}

/** How far the parts of a kind have come. */
export interface PartStatus {
  readonly kind: PartKind;
  /** Explorations that are listed. */
  readonly of: number;
  /** Explorations whose part has come. */
  readonly there: number;
  readonly failed: readonly PartFailure[];
  readonly running: boolean;
  /** Why nothing more is asked for: the server cannot be reached, or wants the reader to sign in. */
  readonly stopped?: StatsErrorData;
}

/** How an answer depends on parts. */
export interface PartNeed {
  readonly kind: PartKind;
  /** Columns of the answer that are made from them. */
  readonly columns: readonly string[];
  /** `rows`: each row from its own part. Else all of `scope` decide: which rows there are, their order, or a total of them. */
  readonly because: 'rows' | 'sort' | 'filter' | 'total';
  /** Explorations that decide; of `rows` those of the answer's rows. */
  readonly scope: readonly string[] | 'all';
  /** How many they are. */
  readonly of: number;
  /** Those whose part was not asked for yet. */
  readonly waiting: number;
  /** Those whose part could not be had. */
  readonly failed: number;
  /** By row of the answer: 0 there, 1 not asked for yet, 2 could not be had. Undefined where rows are not about explorations. */
  readonly rows?: Uint8Array;
}

/** The kinds of parts that there are. */
export const PART_KINDS: readonly PartKind[] = ['statistics', 'feedback', 'cards'];
