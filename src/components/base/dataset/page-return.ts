import { outsideZone } from '../../../workers/connect.js';

/** Data that grow old, or cannot be had, while the page stays open. */
export interface Lasting {
  /** The network is there again. */
  backOnline(): void;
  /** A reader looks at the page again. */
  seenAgain(): void;
}

const all = new Set<Lasting>();

const listener = {
  handleEvent({ type, persisted }: Event & { readonly persisted?: boolean }): void {
    // Most of these events come of a page that was never away, or is not seen.
    if (type !== 'online' && (document.hidden || persisted === false)) return;
    for (const each of [...all]) each[type === 'online' ? 'backOnline' : 'seenAgain']();
  },
};

/** Tells data of the page's return until `leaveAlone`; one set of listeners for all of them. */
export function tellOfReturn(data: Lasting): void {
  if (all.size === 0) outsideZone(() => listen('addEventListener'));
  all.add(data);
}

/** Tells these no more. */
export function leaveAlone(data: Lasting): void {
  if (all.delete(data) && all.size === 0) listen('removeEventListener');
}

function listen(how: 'addEventListener' | 'removeEventListener'): void {
  for (const type of ['online', 'pageshow']) window[how](type, listener);
  for (const type of ['visibilitychange', 'resume']) document[how](type, listener);
}
