import { nextFrame } from '@open-wc/testing';
import type { PageDataset } from '../../../src/components/base/dataset/page-dataset.js';
import { sourcesIn, widgetsIn } from './deep.js';
import { isHeld } from './server.js';

/** Frames after which a page that still changes never ends to. */
const MOST = 400;
/** Rounds without a change after which nothing more is to come. */
const STILL = 3;

/** Waits until nothing on the page changes any more; answers false where it never ends. */
export async function quiet(root: HTMLElement): Promise<boolean> {
  let hasChanged = false;
  const observer = new MutationObserver(() => (hasChanged = true));
  try {
    for (let round = 0, still = 0; round < MOST; round++) {
      watchWith(observer, root);
      await settledRound(root);
      still = hasChanged || datasetsIn(root).some(isUnderWay) ? 0 : still + 1;
      hasChanged = false;
      if (still >= STILL) return true;
    }
    return false;
  } finally {
    observer.disconnect();
  }
}

/** Watching is far cheaper than reading all that is shown once a round. */
function watchWith(observer: MutationObserver, root: HTMLElement): void {
  const roots = sourcesIn(root).map(({ renderRoot }) => renderRoot);
  for (const each of [root, ...roots]) observer.observe(each, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** The datasets of what stands in the page. */
export function datasetsIn(root: ParentNode): readonly PageDataset[] {
  return [...new Set(sourcesIn(root).flatMap(({ pageDataset }) => pageDataset ?? []))];
}

async function settledRound(root: HTMLElement): Promise<void> {
  await nextFrame();
  for (const element of sourcesIn(root)) while (!(await element.updateComplete));
  await Promise.all(widgetsIn(root).map((widget) => widget.settled()));
  // What was asked before this question is answered before it.
  const barrier = { id: 'barrier', table: 'courses', by: [], measures: [] };
  const asked = datasetsIn(root).filter(({ status, source }) => status.kind !== 'loading' || !isHeld(source.src));
  await Promise.all(asked.map((dataset) => dataset.view(barrier, {}, 'barrier').catch(() => undefined)));
}

/** Data that a host has still to give are not on their way, nor those that a sequence holds back. */
function isUnderWay({ status, info, source, demand }: PageDataset): boolean {
  if (source.data === null || isHeld(source.src)) return false;
  if ([...demand.statuses.values()].some(({ running }) => running)) return true;
  const isRefetched = status.kind === 'stale' && status.error === undefined && info?.stale !== true;
  return isRefetched || status.kind === 'loading' || status.kind === 'so-far';
}
