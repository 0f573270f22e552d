import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPrivateField } from '../base/clauses/filter-events.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';
import type { Clause } from '../../metrics/types.js';

/** An element that links fields of its dataset. */
export interface LinkingHost extends ReactiveControllerHost {
  readonly link?: string | null | undefined;
  readonly pageDataset: PageDataset | undefined;
}

const links = new Set<FilterLink>();
/** What is passed on is not passed on again. */
let isPassing = false;

/**
 * Passes the filters on fields that an element links on to every other dataset of the page of which an element links the same field,
 * and their clearing too. Who comes later gets what is set; what was passed on stays where it is when its element goes.
 */
export class FilterLink implements ReactiveController {
  #host: LinkingHost;
  #dataset: PageDataset | undefined;
  #link = '';
  #fields: readonly string[] = [];
  /** The filters of the dataset that were looked at last. */
  #known: readonly Clause[] = [];
  #unsubscribe: (() => void) | undefined;

  constructor(host: LinkingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { pageDataset } = this.#host;
    const link = this.#host.link ?? '';
    if (pageDataset === this.#dataset && link === this.#link) return;
    this.hostDisconnected();
    if (link !== this.#link) this.#fields = fieldsOf(link);
    [this.#dataset, this.#link] = [pageDataset, link];
    if (pageDataset === undefined || this.#fields.length === 0) return;
    for (const other of links) other.#pass(other.#dataset?.clauses.all ?? [], [this]);
    this.#unsubscribe = pageDataset.subscribe(({ kind }) => {
      if (kind === 'clauses') this.#passChanges();
    });
    this.#passChanges();
    links.add(this);
  }

  hostDisconnected(): void {
    links.delete(this);
    this.#unsubscribe?.();
    [this.#dataset, this.#known, this.#unsubscribe] = [undefined, [], undefined];
  }

  #passChanges(): void {
    const before = this.#known;
    const now = this.#dataset?.clauses.all ?? [];
    this.#known = now;
    if (isPassing) return;
    const gone = before.filter((clause) => !now.some(({ origin, field }) => origin === clause.origin && field === clause.field));
    const cleared = gone.map(({ origin, field }) => ({ origin, field }));
    this.#pass([...cleared, ...now.filter((clause) => !before.includes(clause))], links);
  }

  #pass(clauses: readonly Clause[], to: Iterable<FilterLink>): void {
    const own = clauses.filter(({ field }) => this.#fields.includes(field));
    isPassing = true;
    for (const other of to) {
      if (other.#dataset === this.#dataset) continue;
      for (const clause of own) if (other.#fields.includes(clause.field)) other.#dataset?.filter(clause);
    }
    isPassing = false;
  }
}

/** The fields that an attribute names, without those that are personal: these stay in their dataset. */
function fieldsOf(link: string): readonly string[] {
  const fields = link.split(/\s+/).filter((field) => field !== '');
  const personal = fields.filter(isPrivateField);
  if (personal.length > 0) console.warn(`learner-elements: link: expected fields that are not personal, got ${personal.join(' ')}`);
  return fields.filter((field) => !personal.includes(field));
}
