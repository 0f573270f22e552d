import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { audienceSettingsOf } from './audience/audience.js';
import type { AudienceSettings } from './audience/audience.js';
import { DatasetController } from './dataset/dataset-controller.js';
import { FocusKeeper } from './focus/focus-keeper.js';
import type { PageDataset } from './dataset/page-dataset.js';
import { restyle, rootElsewhere } from './shell/restyle.js';
import type { DatasetSource, RequestHook } from './dataset/source.js';
import { StateController } from './address/state-controller.js';
import { datasetState, parseState } from './address/state-snapshot.js';
import type { DatasetState } from './address/state-snapshot.js';
import type { AtRiskRules } from '../../workers/connect.js';

const TIMEZONE = 'UTC';
const CREDENTIALS = 'same-origin';
const IDLE_CAP = '30 min';

/** An element that names data: by its own `src` or `data`, by `dataset="id"`, or by standing inside a `<stats-dataset>`. */
export abstract class SourceElement extends LitElement {
  /**
   * The kind of data: `oppia`, `creator-engagement-stats`, `xapi` or `tables`. If left out, `xapi` for `at-risk-*` and `stats-filter-bar`,
   * else `oppia`.
   */
  @property() provider: string | null | undefined = this.defaultProvider;

  /** URL of the data, relative to the page. */
  @property() src?: string | null | undefined;

  /** URL of further tables for `src`: the structure of the course, and names if you supply them. */
  @property() tables?: string | null | undefined;

  /** URL of Oppia's session events, or of xAPI statements, if your server has them. */
  @property() events?: string | null | undefined;

  /** Id of the `<stats-dataset>` whose data this tag shows. */
  @property({ attribute: 'dataset' }) datasetId?: string | null | undefined;

  /** IANA time zone in which days, weeks and months begin. */
  @property() timezone: string | null | undefined = TIMEZONE;

  /**
   * The time for which numbers are computed, ISO 8601; as a property also epoch milliseconds or a `Date`. If left out, the time of the
   * load.
   */
  @property() now?: string | number | Date | null | undefined;

  /** The at-risk rule: `aspects-v8`, or settings such as `{ "inactiveDays": 14 }` (JSON in the attribute). */
  @property() rules?: string | Partial<AtRiskRules> | null | undefined;

  /** A key of the reader, under which data are stored in the browser. Without it nothing is stored; only its hash is kept. */
  @property({ attribute: 'user-key' }) userKey?: string | null | undefined;

  /**
   * Seconds for which stored data are shown without asking the server; 300 if left out. Where it is set, data that are older are also
   * fetched anew when a reader comes back to the page.
   */
  @property({ type: Number, attribute: 'max-age' }) maxAge?: number | null | undefined;

  /** Whether requests send cookies: `same-origin`, `include` or `omit`. */
  @property() credentials: string | null | undefined = CREDENTIALS;

  /** The longest gap between two session events that counts as engagement: in minutes, or with a unit (`90 s`, `30 min`). */
  @property({ attribute: 'idle-cap' }) idleCap: string | null | undefined = IDLE_CAP;

  /**
   * Who reads this widget. `roster`: people who may see single learners. `aggregate`: people who may only see groups of at least
   * `min-group` learners. If left out, the value of the element that `dataset` names, else of the `<stats-dataset>`, dashboard or report
   * around this one; if none of them has a value, `aggregate` for `creator-*` tags and `roster` for all others.
   */
  @property() audience?: 'roster' | 'aggregate' | null | undefined;

  /** The smallest group shown to an `aggregate` audience: a whole number from 1. If left out, inherited like `audience`, else 10. */
  @property({ attribute: 'min-group' }) minGroup?: number | string | null | undefined;

  /** Keeps the reader's filters and settings in the page's URL, and restores them from there. */
  @property({ type: Boolean, attribute: 'url-state' }) urlState: boolean | null | undefined = false;

  /** The data themselves instead of a URL (docs/providers.md); null while they are still to come. */
  @property({ attribute: false }) data?: unknown;

  /** Returns the headers of each request of this dataset; called again after a 401. */
  @property({ attribute: false }) request?: RequestHook | null | undefined;

  /** @internal The id names data, and what is kept in the address. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** @internal Where it hears what is announced of a dataset that it has not brought, whose events fire elsewhere. */
  readonly around?: EventTarget;

  /** @internal */
  protected readonly datasets = new DatasetController(this);
  readonly #state = new StateController(this);
  /** Who reads it, as it was said last, and by what. */
  #settings: AudienceSettings | undefined;
  #said: readonly unknown[] = [];
  /** A state that was set before the dataset was known. */
  #early: DatasetState | undefined;

  constructor() {
    super();
    this.addController(new FocusKeeper(this));
  }

  /** The dataset this element shows; undefined while it is not known. */
  get pageDataset(): PageDataset | undefined {
    return this.datasets.dataset;
  }

  /** What the reader has set, as plain JSON that `setState` takes. */
  getState(): DatasetState {
    return datasetState(this.pageDataset);
  }

  /**
   * Sets what `getState` gave, in the place of all that is set; before the data are known, once they are.
   * @throws StatsError `bad-option` for what is no such state; then nothing changes.
   */
  setState(state: unknown): void {
    this.#early = parseState(state);
    this.#setEarly();
  }

  /** Fetches the data again; `force` also goes past the HTTP cache. Filters, focus and scroll stay. */
  async refresh(options: { force?: boolean } = {}): Promise<void> {
    await this.pageDataset?.refresh(options.force ?? false);
  }

  /** @internal */
  adoptedCallback(): void {
    restyle(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return rootElsewhere(this) ?? super.createRenderRoot();
  }

  /** @internal */
  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'id') this.requestUpdate();
  }

  /** @internal Filters of its dataset changed. */
  hearFilters(): void {
    this.requestUpdate();
  }

  /** @internal Who reads it, as it is said here, by the element it names, or around it. */
  get audienceSettings(): AudienceSettings {
    const said = [this.audience, this.minGroup, this.datasets.inherited];
    if (this.#settings === undefined || !said.every((each, at) => Object.is(each, this.#said[at]))) {
      this.#settings = audienceSettingsOf(this, this.datasets.inherited);
      this.#said = said;
    }
    return this.#settings;
  }

  /** @internal Undefined where the element names no data of its own. */
  get source(): DatasetSource | undefined {
    const [src, tables, events] = [this.src ?? undefined, this.tables ?? undefined, this.events ?? undefined];
    const isNamed = Boolean(src) || Boolean(tables) || Boolean(events);
    if (this.data === undefined && !isNamed) return undefined;
    return {
      provider: or(this.provider, this.defaultProvider),
      src,
      tables,
      events,
      data: this.data ?? (isNamed ? undefined : null),
      timezone: or(this.timezone, TIMEZONE),
      now: this.now ?? undefined,
      rules: this.rules ?? undefined,
      userKey: this.userKey ?? undefined,
      maxAge: this.maxAge ?? undefined,
      credentials: or(this.credentials, CREDENTIALS),
      idleCap: or(this.idleCap, IDLE_CAP),
      request: this.request ?? undefined,
    };
  }

  /** The kind of data where none is named; asked before there are fields. */
  protected get defaultProvider(): string {
    return 'oppia';
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.datasets.follow(changed);
    this.#state.restore();
    this.#setEarly();
  }

  #setEarly(): void {
    const { pageDataset } = this;
    if (pageDataset === undefined || this.#early === undefined) return;
    const { clauses, params } = this.#early;
    this.#early = undefined;
    pageDataset.restore(clauses, params);
  }
}

/** Frameworks set what they take away to null or undefined: it is as if it had been left out. */
function or<T>(given: T | null | undefined, otherwise: T): T {
  return given ?? otherwise;
}
