import { ContextConsumer, ContextRoot } from '@lit/context';
import type { PropertyValues, ReactiveController } from 'lit';
import { outsideZone } from '../../../workers/connect.js';
import { sameAudience } from '../audience/audience.js';
import type { AudienceSettings } from '../audience/audience.js';
import { announce } from './announce.js';
import { datasetContext } from './dataset-context.js';
import { acquire, letGo, onNamed, retryNamed } from './dataset-registry.js';
import { takeFilterEvent } from '../clauses/filter-events.js';
import { StatsErrorEvent } from '../events.js';
import type { DatasetNews, PageDataset } from './page-dataset.js';
import type { SourceElement } from '../source-element.js';

const LOADS_ANEW = ['provider', 'src', 'tables', 'events', 'data', 'datasetId', 'userKey', 'credentials'];
/** Of these, what does not name other data: what a reader has set stays, unless another reader comes. */
const KEEPS_FILTERS = ['data', 'userKey', 'credentials'];
const READS_ANEW = ['timezone', 'now', 'rules', 'idleCap', 'request', 'maxAge'];

/** What others take of an element that they name. */
interface Named {
  readonly id: string;
  readonly pageDataset?: PageDataset | undefined;
  readonly audienceSettings?: AudienceSettings;
}

/** Connects widgets with providers that are defined after them; it listens while any element is there. */
let root: ContextRoot | undefined;
let connected = 0;

/**
 * Finds the dataset of an element (its own source, else `dataset="id"`, else the closest provider), keeps it while the element
 * is connected, redraws the element on news, and hands filter events of the element to it.
 */
export class DatasetController implements ReactiveController {
  dataset: PageDataset | undefined;
  /** Who reads it, as the element says that it names, else the dataset or whole around it. */
  inherited: AudienceSettings | undefined;

  #host: SourceElement;
  #own: PageDataset | undefined;
  /** What it had when it left the page. */
  #left: PageDataset | undefined;
  #around: ContextConsumer<typeof datasetContext, SourceElement>;
  #unsubscribe: (() => void) | undefined;
  #unwait: (() => void) | undefined;
  /** What those were told last who name the host. */
  #told: Named = { id: '' };
  /** Whether its data were there before it; the page hears so once it is drawn. */
  #joins = false;

  constructor(host: SourceElement) {
    this.#host = host;
    host.addController(this);
    this.#around = new ContextConsumer(host, { context: datasetContext, subscribe: true, callback: () => this.#find() });
  }

  hostConnected(): void {
    if (connected++ === 0) (root ??= new ContextRoot()).attach(document.documentElement);
    outsideZone(() => this.#host.addEventListener('stats-filter', this.#onFilter));
    this.#unwait = onNamed(() => this.#find());
    if (this.#host.hasUpdated) this.#load();
    else if (document.readyState === 'loading' && this.#host.datasetId) {
      document.addEventListener('DOMContentLoaded', () => this.#host.requestUpdate(), { once: true });
    }
  }

  hostDisconnected(): void {
    if (--connected === 0) root?.detach(document.documentElement);
    this.#host.removeEventListener('stats-filter', this.#onFilter);
    this.#unwait?.();
    this.#drop();
    // Where it stands next there may be none around it.
    delete this.#around.value;
    this.#use(undefined);
  }

  /**
   * Tells who names the host what else it shows, or to whom, and the page of an attribute that cannot be read, once, and of data that were
   * there before the host.
   */
  hostUpdated(): void {
    this.#tellOfJoined();
    const { id, pageDataset, audienceSettings } = this.#host;
    const told = this.#told;
    this.#told = { id, pageDataset, audienceSettings };
    const isSame = sameAudience(audienceSettings, told.audienceSettings);
    if ((id || told.id) !== '' && !(isSame && id === told.id && pageDataset === told.pageDataset)) retryNamed();
    const { error } = audienceSettings;
    if (isSame || error === undefined || error.message === this.inherited?.error?.message) return;
    console.warn(`learner-elements: ${error.message} (${error.code})`);
    this.#host.dispatchEvent(new StatsErrorEvent({ ...error, retry: () => undefined }));
  }

  /** After the host's properties changed. */
  follow(changed: PropertyValues): void {
    if (!this.#host.isConnected) return;
    const before = this.#own;
    const anew = LOADS_ANEW.filter((name) => changed.has(name));
    if (!this.#host.hasUpdated || anew.length > 0) this.#load();
    const isOfOther = Boolean(changed.get('userKey'));
    if (this.#own !== before && !isOfOther && anew.every((name) => KEEPS_FILTERS.includes(name))) this.#own?.inherit(before);
    const { source } = this.#host;
    const isSame = this.#own === before && source !== undefined;
    if (isSame && READS_ANEW.some((name) => changed.has(name))) void this.#own?.configure(source);
  }

  /** Whether a dataset is named that may still come, and the `dataset` that no element of the page has as its id. */
  get awaited(): { waiting: boolean; missing: string | undefined } {
    const id = this.#host.datasetId ?? '';
    const isMissing = id !== '' && document.readyState !== 'loading' && named(this.#host, id) === undefined;
    return { waiting: id !== '' || this.#host.source !== undefined, missing: isMissing ? id : undefined };
  }

  #load(): void {
    const source = this.#host.source;
    const before = this.#own;
    this.#own = source === undefined ? undefined : acquire(source, this.#left);
    this.#joins = this.#own?.isLoaded === true && this.#own !== before && this.#own !== this.#left;
    if (before !== undefined) letGo(before);
    this.#left = undefined;
    this.#find();
  }

  #tellOfJoined(): void {
    const [joined, own] = [this.#joins, this.#own];
    this.#joins = false;
    if (joined && own?.info !== undefined) announce(this.#host, own, { kind: 'loaded', info: own.info });
  }

  #drop(): void {
    if (this.#own !== undefined) letGo(this.#own);
    this.#left = this.#own;
    this.#own = undefined;
  }

  #find(): void {
    if (!this.#host.isConnected) return;
    const id = this.#host.datasetId ?? '';
    const [other, around] = [id === '' ? undefined : named(this.#host, id), this.#around.value];
    const before = this.inherited;
    this.inherited = other?.audienceSettings ?? around?.audience;
    if (!sameAudience(this.inherited, before)) this.#host.requestUpdate();
    this.#use(this.#own ?? (id === '' ? around?.dataset : other?.pageDataset));
  }

  #use(dataset: PageDataset | undefined): void {
    if (dataset === this.dataset) return;
    this.#unsubscribe?.();
    this.dataset = dataset;
    this.#unsubscribe = dataset?.subscribe((news) => this.#hear(news));
    this.#host.requestUpdate();
  }

  #hear(news: DatasetNews): void {
    // While a part is shown, how much was read stands with the part: nothing is drawn anew for each piece of a file.
    if (news.kind === 'clauses') this.#host.hearFilters();
    else if (news.kind !== 'progress' || this.dataset?.status.kind !== 'so-far') this.#host.requestUpdate();
    const target = this.dataset === this.#own ? this.#host : this.#host.around;
    if (this.dataset !== undefined && target !== undefined) announce(target, this.dataset, news);
  }

  #onFilter = (event: Event): void => {
    if (this.dataset === undefined) return;
    takeFilterEvent(event, this.dataset, (error) => {
      this.#host.dispatchEvent(new StatsErrorEvent({ code: error.code, message: error.message, retry: () => undefined }));
    });
  };
}

/** The element with that id in the host's root, then outward through shadow hosts; it may have a dataset later. */
function named(host: Element, id: string): Named | undefined {
  for (let scope = host.getRootNode(); ;) {
    if (!(scope instanceof Document || scope instanceof ShadowRoot)) return undefined;
    const found = scope.getElementById(id);
    if (found?.localName.includes('-') === true) return found;
    if (!(scope instanceof ShadowRoot)) return undefined;
    scope = scope.host.getRootNode();
  }
}
