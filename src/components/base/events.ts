import type { Clause, Predicate } from '../../metrics/types.js';

/** What a filter event says; without `in` and `range` it clears (origin, field). */
export interface FilterDetail extends Predicate {
  /** Id of the dataset it is meant for, where it is fired outside of it. */
  readonly dataset?: string;
  readonly origin: string;
}

/** Which clauses a dataset has now, and how many pass them. */
export interface FilterChangeDetail {
  readonly dataset: string | undefined;
  readonly clauses: readonly Clause[];
  /** Learners (or explorations) that pass, of all. */
  readonly shown: number;
  readonly total: number;
}

/** What was loaded, and from where. */
export interface LoadDetail {
  readonly dataset: string | undefined;
  readonly rows: number;
  readonly bytes: number;
  readonly fromCache: boolean;
  /** Epoch ms of the data. */
  readonly generatedAt: number;
}

/** How far a load has come: bytes, or numbers of requests. Without `total` nobody knows of how much. */
export interface ProgressDetail {
  readonly loaded: number;
  readonly total?: number;
}

/** What went wrong: a code for programs, and a sentence for people. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  /** Tries again. */
  readonly retry: () => void;
}

/** The learners, or other rows of a table, that were chosen. */
export interface SelectDetail {
  /** Ids only, never names. */
  readonly ids: readonly string[];
}

/** What a reader is about to save or print. */
export interface ExportDetail {
  /** What is made: `csv`, `dictionary`, `json`, `svg`, `png`, `pdf` or `print`. */
  readonly format: string;
  /** Id of the view that it is made of, such as `at-risk.learners`; of a whole its tag. */
  readonly view: string;
  /** Title of the widget, in the reader's language. */
  readonly title: string;
}

/** The reader takes something away. Cancelable: a cancelled one makes no file. */
export class ExportEvent extends CustomEvent<ExportDetail> {
  constructor(detail: ExportDetail) {
    super('stats-export', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** Somebody sets or clears a clause. Cancelable: a cancelled one changes nothing. */
export class FilterEvent extends CustomEvent<FilterDetail> {
  constructor(detail: FilterDetail) {
    super('stats-filter', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** The clauses of a dataset changed. */
export class FilterChangeEvent extends CustomEvent<FilterChangeDetail> {
  constructor(detail: FilterChangeDetail) {
    super('stats-filter-change', { detail, bubbles: true, composed: true });
  }
}

/** Data are there, first or anew. */
export class LoadEvent extends CustomEvent<LoadDetail> {
  constructor(detail: LoadDetail) {
    super('stats-load', { detail, bubbles: true, composed: true });
  }
}

/** A load goes on: bytes, or calls done of calls needed. */
export class StatsProgressEvent extends CustomEvent<ProgressDetail> {
  constructor(detail: ProgressDetail) {
    super('stats-progress', { detail, bubbles: true, composed: true });
  }
}

/** Something could not be loaded or answered; the widget says so too. */
export class StatsErrorEvent extends CustomEvent<ErrorDetail> {
  constructor(detail: ErrorDetail) {
    super('stats-error', { detail, bubbles: true, composed: true });
  }
}

/** The reader chose rows of a table. */
export class SelectEvent extends CustomEvent<SelectDetail> {
  constructor(detail: SelectDetail) {
    super('stats-select', { detail, bubbles: true, composed: true });
  }
}

/** The reader wants to write to learners, by the host's own means. */
export class ContactEvent extends CustomEvent<SelectDetail> {
  constructor(detail: SelectDetail) {
    super('stats-contact', { detail, bubbles: true, composed: true });
  }
}

/** Events by name, for hosts whose templates type `$event` as `Event`. */
export interface StatsEventMap {
  'stats-filter': FilterEvent;
  'stats-filter-change': FilterChangeEvent;
  'stats-load': LoadEvent;
  'stats-progress': StatsProgressEvent;
  'stats-error': StatsErrorEvent;
  'stats-select': SelectEvent;
  'stats-contact': ContactEvent;
  'stats-export': ExportEvent;
}

declare global {
  interface HTMLElementEventMap extends StatsEventMap {}
  interface DocumentEventMap extends StatsEventMap {}
  interface WindowEventMap extends StatsEventMap {}
}
