import { connect } from '../../../workers/connect.js';
import { namedDataset, takeFilterEvent } from '../clauses/filter-events.js';
import { PageDataset } from './page-dataset.js';
import { differingSettings, sourceKey } from './source.js';
import type { DatasetSource } from './source.js';

const byKey = new Map<string, PageDataset>();
const named = new Map<string, Set<PageDataset>>();
const waiting = new Set<() => void>();

/**
 * The dataset of a source: one for equal sources while any element holds it, and for the same data in a property the one that
 * the element `left` in this turn. Who takes it over from elements that are gone has none of their settings, and only where the
 * element itself comes back what a reader has set. Call `letGo` once for each call.
 */
export function acquire(source: DatasetSource, left: PageDataset | undefined): PageDataset {
  const key = sourceKey(source, document.baseURI);
  const known = key === undefined ? keptData(source, left) : byKey.get(key);
  const isHeld = known?.isHeld === true;
  const isFailed = !isHeld && known !== left && known?.status.kind === 'error';
  const dataset = known === undefined || isFailed ? new PageDataset(source, connect()) : known;
  if (key !== undefined) byKey.set(key, dataset);
  const ignored = isHeld ? differingSettings(dataset.source, source).join(', ') : '';
  if (ignored !== '') console.warn(`learner-elements: tags of one source are counted alike, as the first of them says: not by ${ignored}`);
  dataset.retain();
  if (dataset === known && !isHeld) takeOver(dataset, source, left);
  return dataset;
}

function takeOver(dataset: PageDataset, source: DatasetSource, left: PageDataset | undefined): void {
  if (dataset !== left) {
    dataset.id = undefined;
    dataset.restore([], {});
  }
  void dataset.configure(source);
}

function keptData({ data }: DatasetSource, left: PageDataset | undefined): PageDataset | undefined {
  return left?.isOpen === true && left.source.data === data ? left : undefined;
}

/** Gives a dataset back; the last one closes it. */
export function letGo(dataset: PageDataset): void {
  dataset.release(() => {
    for (const [key, other] of byKey) if (other === dataset) byKey.delete(key);
  });
}

/** Makes a dataset known by the id of its element, for `dataset="id"` and for events of the page. */
export function announceName(id: string, dataset: PageDataset): () => void {
  if (named.size === 0) document.addEventListener('stats-filter', takeNamed);
  const those = named.get(id) ?? new Set();
  named.set(id, those.add(dataset));
  retryNamed();
  return () => {
    those.delete(dataset);
    if (those.size === 0) named.delete(id);
    if (named.size === 0) document.removeEventListener('stats-filter', takeNamed);
    retryNamed();
  };
}

/** Has elements that name another look at it again. */
export function retryNamed(): void {
  for (const retry of [...waiting]) retry();
}

/** Calls back whenever another dataset got a name or lost it, for elements that name theirs. */
export function onNamed(retry: () => void): () => void {
  waiting.add(retry);
  return () => waiting.delete(retry);
}

/** Events of the page, fired outside of every dataset, that name one. */
function takeNamed(event: Event): void {
  const name = namedDataset(event);
  const dataset = name === undefined ? undefined : [...(named.get(name) ?? [])][0];
  if (dataset !== undefined) takeFilterEvent(event, dataset, (error) => console.warn(error.message));
}
