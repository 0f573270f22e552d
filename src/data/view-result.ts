import type { Clause, Params, Predicate, Value } from '../metrics/types.js';
import type { PartNeed } from './parts.js';
import type { Column } from './table.js';

/** How much of a load was read: bytes, or calls done of calls needed. */
export interface SoFar {
  readonly loaded: number;
  /** Left out where the server does not say. */
  readonly total?: number;
}

/** One column of an answer. */
export interface ResultColumn {
  readonly name: string;
  /** The legal field of a clause that this column stands for, for dimensions and selected fields. */
  readonly field?: string;
  /** Id of its dictionary entry. */
  readonly meaning: string;
  /** What it is called, where columns of one meaning stand beside each other; else its entry says it. */
  readonly label?: string;
  readonly data: Column;
  /** 1 where the number is withheld because the group is too small; its value is then unknown. */
  readonly hidden?: Uint8Array;
}

/** The answer to a view, as it crosses the worker boundary. */
export interface ViewData<Asked extends Predicate = Clause> {
  readonly view: string;
  readonly length: number;
  /** Rows or groups before limit and offset. */
  readonly total: number;
  readonly columns: readonly ResultColumn[];
  /** Clauses that were set and do apply to this view. */
  readonly applied: readonly Asked[];
  /** Clauses that this view's tables cannot answer. */
  readonly unanswered: readonly Asked[];
  /** One sentence why nothing is known where the source does not record what decides which rows are in the answer. */
  readonly unrecorded?: string;
  /** How the answer depends on parts that are asked for on demand. */
  readonly parts?: PartNeed;
  /** The data still stream in: how much of them the answer is from. Left out where it is from all. */
  readonly soFar?: SoFar;
  /** How many of all rows are withheld, where the answer has some of these only. */
  readonly withheld?: number;
}

export interface ViewOptions {
  readonly clauses?: readonly Clause[];
  /** The origin whose clauses are not applied. */
  readonly self?: string;
  readonly params?: Params;
}

/** A row of an answer; instants are ISO 8601 UTC strings, unknown is null. */
export type ResultRow = Readonly<Record<string, Value>>;
