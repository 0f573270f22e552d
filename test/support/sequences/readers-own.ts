import type { SourceElement } from '../../../src/components/base/source-element.js';
import { press } from './hands.js';
import { quiet } from './quiet.js';

/**
 * What a reader has set in one widget alone, read from what the widget shows: how its rows are sorted, the page of them, columns, a
 * search, series taken out, the table in the place of a drawing. No host can read or set these, so a fresh page is given them by hand.
 */
export interface Own {
  readonly sorted: readonly [column: string, direction: string] | undefined;
}

export function ownOf(element: SourceElement): Own | undefined {
  const header = element.renderRoot.querySelector('th[aria-sort$="cending"]');
  return {
    sorted: header === null ? undefined : [header.getAttribute('data-column') ?? '', header.getAttribute('aria-sort') ?? ''],
  };
}

/** Does in a fresh widget by hand what gives it the same. */
export async function setOwn(element: SourceElement, own: Own, page: HTMLElement): Promise<void> {
  if (own.sorted !== undefined) {
    const [column, direction] = own.sorted;
    for (let tries = 0; tries < 2; tries++) {
      const header = element.renderRoot.querySelector(`th[data-column="${column}"]`);
      if (header === null || header.getAttribute('aria-sort') === direction) break;
      press(header.querySelector('button'));
      await quiet(page);
    }
  }
}
