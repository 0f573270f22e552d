import type { Params, ViewSpec } from '../metrics/types.js';
import { viewIds, viewSpec } from '../metrics/views.js';
import { closeNames } from './close-names.js';
import type { Engine } from './engine/create-engine.js';
import { createEngine } from './engine/create-engine.js';
import { asSet, meantClauses } from './meant-clauses.js';
import { partNeed } from './part-need.js';
import type { PartNeed } from './parts.js';
import type { Provider, Settings, Snapshot } from './provider.js';
import { StatsError } from './stats-error.js';
import { unlike } from './unlike.js';
import { withoutUnrecorded } from './unrecorded-measures.js';
import type { ViewData, ViewOptions } from './view-result.js';

/** Engines under other rules than the dataset's own that are kept. */
const ENGINES_KEPT = 4;

/** A snapshot under settings, ready to be asked. Every method throws StatsError; after `close` with `aborted`. */
export class Dataset {
  /** Rows that were read. */
  readonly rows: number;
  /** Rows that are later than `now` and not seen. */
  readonly later: number;
  readonly #snapshot: Snapshot;
  readonly #provider: Provider;
  readonly #settings: Settings;
  readonly #prepare: (settings: Settings) => Engine;
  readonly #engines = new Map<string, Engine>();
  /** Views that were asked for, those of them that a rehearsal began with, and what is left of that; whether a reader filters. */
  readonly #asked = new Set<ViewSpec>();
  readonly #rehearsed = new Set<ViewSpec>();
  #isFiltered = false;
  #rehearsal: (() => boolean) | undefined;
  #own: Engine | undefined;

  /** Prepares the tables. Throws `bad-option` for a time zone that does not exist. */
  constructor(snapshot: Snapshot, provider: Provider, settings: Settings) {
    checkTimezone(settings.timezone);
    let length = 0;
    for (const table of snapshot.tables.values()) length += table.length;
    const engineOf = (tables: Snapshot['tables']): Engine =>
      createEngine(tables, { timezone: settings.timezone, unrecorded: snapshot.notes.unrecorded });
    const { tables, later } = provider.prepare(snapshot, settings);
    this.rows = length;
    this.later = later;
    this.#snapshot = snapshot;
    this.#provider = provider;
    this.#settings = settings;
    this.#prepare = (other) => engineOf(provider.prepare(snapshot, other).tables);
    this.#own = engineOf(tables);
  }

  /**
   * The answer to a view, by id or as a spec. `params.inactiveDays` and `params.breaks` stand for those of the dataset's rules,
   * except under `aspects-v8`, which fixes them. Clauses on the creator's views are by columns of explorations (`meantClauses`) and are
   * named as they were set. What comes from outside is parsed before (`parseView`, `parseViewOptions`). Throws `unknown-view` and what
   * the engine throws.
   */
  view(view: string | ViewSpec, options: ViewOptions = {}): ViewData {
    const engine = this.#engine(this.checkOpen(), options.params);
    const spec = this.#spec(view);
    if (typeof view === 'string') this.#observe(spec, options);
    const { clauses = [] } = options;
    const meant = meantClauses(spec.table, clauses);
    const answer = this.#answer(spec, { ...options, clauses: meant }, engine);
    return meant === clauses ? answer : asSet(answer, meant, clauses);
  }

  /** Its engine under its own rules. Throws StatsError `aborted` after `close`. */
  checkOpen(): Engine {
    if (this.#own === undefined) throw new StatsError('aborted', 'The dataset is closed.');
    return this.#own;
  }

  /** Does a bit of what makes the first steps of filters quick, for the views that were asked for; says whether there may be more. */
  rehearse(): boolean {
    if (this.#rehearsal?.() === true) return true;
    this.#rehearsal = undefined;
    if (this.#rehearsed.size === this.#asked.size || this.#own === undefined) return false;
    for (const spec of this.#asked) this.#rehearsed.add(spec);
    this.#rehearsal = this.#own.rehearse([...this.#asked], this.#isFiltered);
    return true;
  }

  /** Lets go of the data. */
  close(): void {
    this.#own = undefined;
    this.#rehearsal = undefined;
    this.#engines.clear();
  }

  #observe(spec: ViewSpec, { clauses = [], self }: ViewOptions): void {
    this.#asked.add(spec);
    if (this.#isFiltered || !clauses.some(({ origin }) => self === undefined || origin !== self)) return;
    this.#isFiltered = true;
    this.#rehearsed.clear();
  }

  #answer(spec: ViewSpec, options: ViewOptions, engine: Engine): ViewData {
    const answer = withoutUnrecorded(engine.view(spec, options), spec, this.#snapshot.notes.unrecorded);
    const parts = this.#partsOf(spec, options, answer, engine);
    return parts === undefined ? answer : { ...answer, parts };
  }

  #partsOf(spec: ViewSpec, options: ViewOptions, answer: ViewData, engine: Engine): PartNeed | undefined {
    const { parts } = this.#provider;
    if (parts === undefined) return undefined;
    return partNeed(parts, this.#snapshot, spec, options, answer, (other, asked) => engine.view(other, asked));
  }

  #spec(view: string | ViewSpec): ViewSpec {
    if (typeof view !== 'string') return view;
    const spec = viewSpec(view, this.#settings.rules === 'aspects-v8' ? 'aspects-v8' : undefined);
    if (spec !== undefined) return spec;
    const ids = viewIds();
    const close = closeNames(view, ids);
    const more =
      close.length > 0
        ? `; close to it: ${close.join(', ')}`
        : isOfOtherFamily(view, ids)
          ? ' in this script; learner-elements.js has it'
          : '';
    throw new StatsError('unknown-view', `There is no view ${JSON.stringify(view)}${more}.`);
  }

  #engine(own: Engine, { inactiveDays, breaks }: Params = {}): Engine {
    const { rules } = this.#settings;
    if (rules === 'aspects-v8' || (inactiveDays === undefined && breaks === undefined)) return own;
    const changed = { ...rules, inactiveDays: inactiveDays ?? rules.inactiveDays, breaks: breaks ?? rules.breaks };
    const key = JSON.stringify([changed.inactiveDays, changed.breaks]);
    const engine = this.#engines.get(key) ?? this.#prepared({ ...this.#settings, rules: changed });
    this.#engines.delete(key);
    this.#engines.set(key, engine);
    for (const oldest of [...this.#engines.keys()].slice(0, -ENGINES_KEPT)) this.#engines.delete(oldest);
    return engine;
  }

  #prepared(settings: Settings): Engine {
    try {
      return this.#prepare(settings);
    } catch (thrown) {
      throw StatsError.from(thrown);
    }
  }
}

/** Whether it is of a family of views that the script of the other family leaves out. */
function isOfOtherFamily(view: string, ids: readonly string[]): boolean {
  const family = /^(?:at-risk|creator)\./.exec(view)?.[0];
  return family !== undefined && !ids.some((id) => id.startsWith(family));
}

/** Throws StatsError `bad-option` for what is no time zone of the platform. */
export function checkTimezone(timezone: unknown): void {
  let cause: unknown;
  try {
    if (typeof timezone === 'string' && timezone !== '') {
      new Intl.DateTimeFormat('en', { timeZone: timezone });
      return;
    }
  } catch (thrown) {
    cause = thrown;
  }
  throw unlike('bad-option', 'timezone', 'an IANA name such as Europe/Paris', timezone, cause);
}
