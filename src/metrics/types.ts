/** A value of a field. `null` is "not known"; it is never 0, false or ''. */
export type Value = string | number | boolean | null;

/**
 * A condition on one field. `in` OR `range`, never both; `in: []` matches nothing.
 * A range is from ≤ x < to; instants are epoch milliseconds. `null` passes only by `in: [null]`.
 */
export interface Predicate {
  readonly field: string;
  readonly in?: readonly Value[];
  readonly range?: readonly [number, number];
}

/** A predicate that somebody set. Clauses are ANDed; there is one per (origin, field) and the last write wins. */
export interface Clause extends Predicate {
  /** Who set it: a view of the same origin does not apply it. */
  readonly origin: string;
}

/** Length of the periods of a time axis. Weeks start on Monday. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** How the values of a grouping field become groups. */
export type Binning =
  /** One group per distinct value, null being one of them. */
  | { readonly kind: 'category' }
  /** Local date (`YYYY-MM-DD`, dataset timezone) on which the period starts. Without a grain `params.grain` decides, else month. */
  | { readonly kind: 'period'; readonly grain?: Grain; readonly fill?: boolean }
  /** Lower edges `from + k * width`. */
  | { readonly kind: 'number'; readonly width: number; readonly from?: number }
  /** One group for every whole number from `field` to `to` (a second field), both included: watched seconds. */
  | { readonly kind: 'span'; readonly to: string };

/** One grouping field of a view. */
export interface Dimension {
  readonly field: string;
  /** Name of the output column; the field's own name if left out. */
  readonly as?: string;
  readonly bin?: Binning;
  /** Values that are always present, in this order, even with no row (for example all ten grade buckets). */
  readonly values?: readonly Value[];
  /** Leaves rows whose value is null out of the view. */
  readonly skipNull?: boolean;
}

/** One measured column of a view. */
export interface MeasureUse {
  /** Id in the metrics dictionary. */
  readonly metric: string;
  /** Name of the output column; the metric's id if left out. */
  readonly as?: string;
  readonly where?: readonly Predicate[];
  /** `course`: every learner of the course, also those who left; only clauses on org, course_key, course_name, course_run apply. */
  readonly over?: 'selection' | 'course';
  /** Of this group and all groups before it along the first dimension; distinct counts stay distinct. */
  readonly running?: boolean;
}

/** Sorting by an output column. Unknown values come last in both directions; ties keep the order of the rows. */
export interface Order {
  readonly column: string;
  readonly direction?: 'asc' | 'desc';
}

/** One selected field of a view of rows. */
export interface Selected {
  readonly field: string;
  readonly as?: string;
}

/** A chart or a table as data: no function in it, so any engine can run it. */
export interface ViewSpec {
  readonly id: string;
  readonly table: string;
  /** The fixed part, for example the at-risk rule. */
  readonly where?: readonly Predicate[];
  /** A view of rows … */
  readonly select?: readonly (string | Selected)[];
  /** … or a view of groups. `by: []` is one group of all rows. */
  readonly by?: readonly Dimension[];
  readonly measures?: readonly MeasureUse[];
  readonly order?: readonly Order[];
  readonly limit?: number;
  readonly offset?: number;
}

/** What a reader may change about a view without making it another one. */
export interface Params {
  readonly grain?: Grain;
  readonly inactiveDays?: number;
  readonly breaks?: readonly (readonly [string, string])[];
  readonly sort?: readonly Order[];
  readonly limit?: number;
  readonly offset?: number;
  /** Of a view of rows that selects them: name, username, actor_id, title or subject contains it, whatever its case and accents. */
  readonly search?: string;
}

/** An aggregation over the rows of a group. Rows whose field is unknown are left out; of no row the answer is unknown, but a count is 0. */
export type Aggregation =
  | { readonly op: 'count' }
  | { readonly op: 'countDistinct' | 'sum' | 'mean' | 'min' | 'max'; readonly field: string }
  /** The value that all rows have; unknown where they differ. */
  | { readonly op: 'same'; readonly field: string }
  /** Linear interpolation between closest ranks (type 7). */
  | { readonly op: 'quantile'; readonly field: string; readonly p: number }
  /** Unknown where the denominator is 0 or unknown. */
  | { readonly op: 'ratio'; readonly of: Aggregation; readonly over: Aggregation };

/**
 * What a value counts or is, by which it is written. A `fraction` of 1 is 100 %, an `instant` is epoch ms, a `date` is a day as
 * `2024-03-05`.
 */
export type Unit =
  | 'learners'
  | 'sessions'
  | 'plays'
  | 'attempts'
  | 'views'
  | 'items'
  | 'ratings'
  | 'threads'
  | 'stars'
  | 'seconds'
  | 'days'
  | 'fraction'
  | 'instant'
  | 'date'
  | 'text'
  /** A word of the host for a kind of thing, as a status: shown in the reader's language where it is a known one. */
  | 'code'
  | 'yes-no';

/** What every place needs to show a column of a view. */
export interface Meaning {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
}

/** A column that is computed from the rows of a group. */
export interface Metric extends Meaning {
  /** One sentence: what is counted, and for whom. */
  readonly definition: string;
  readonly aggregate: Aggregation;
}

/** All that there is to say of one column. Table, tooltip, CSV, PDF and speech read it here and nowhere else. */
export interface DictionaryEntry extends Meaning {
  readonly definition: string;
  readonly formula: string;
  readonly edgeCases: readonly string[];
  /** Where the formula comes from. */
  readonly source: string;
}

/** An entry as it is written down: of a metric, with how it is computed. */
export type Defined = DictionaryEntry | (DictionaryEntry & Metric);
