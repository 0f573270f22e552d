import { parsePredicate, StatsError, unlike } from '../../../workers/connect.js';
import { PRIVATE_COLUMNS, columnOf } from '../../../metrics/tables.js';
import type { Clause } from '../../../metrics/types.js';
import { FilterEvent } from '../events.js';
import { OPEN_END, OPEN_START } from './open-range.js';
import type { PageDataset } from '../dataset/page-dataset.js';

const handled = new WeakSet<Event>();

/** Whether a field is personal, and so never travels in an event, a state or an address. */
export function isPrivateField(field: string): boolean {
  return PRIVATE_COLUMNS.has(columnOf(field));
}

/**
 * Hands a `stats-filter` event to a dataset, once: the first that hears it takes it. It takes effect after every listener
 * has had the chance to cancel it.
 */
export function takeFilterEvent(event: Event, dataset: PageDataset, onError: (error: StatsError) => void): void {
  if (handled.has(event)) return;
  handled.add(event);
  queueMicrotask(() => {
    if (event.defaultPrevented) return;
    try {
      dataset.filter(parseClause(event instanceof CustomEvent ? (event.detail as unknown) : undefined));
    } catch (thrown) {
      onError(StatsError.from(thrown));
    }
  });
}

/** The dataset that an event of the page, fired outside of every dataset, names. */
export function namedDataset(event: Event): string | undefined {
  if (handled.has(event) || !(event instanceof CustomEvent)) return undefined;
  const detail = event.detail as unknown;
  const name = typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>)['dataset'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Fires a filter event from an element, as a reader's click does. */
export function fireFilter(element: HTMLElement, clause: Clause, dataset: string | undefined): void {
  element.dispatchEvent(new FilterEvent({ ...clause, ...(dataset === undefined ? {} : { dataset }) }));
}

/**
 * The clause in the detail of a `stats-filter` event, or in a state, where `place` says in which.
 * @throws StatsError `bad-option`, naming the path and the value.
 */
export function parseClause(detail: unknown, place = 'stats-filter detail'): Clause {
  const predicate = parsePredicate(detail, place);
  const { field, range } = predicate;
  const { origin } = detail as { readonly origin?: unknown };
  const wrong = (path: string, expected: string, got: unknown): StatsError => unlike('bad-option', place + path, expected, got);
  if (typeof origin !== 'string' || origin === '' || origin === 'fixed') throw wrong('.origin', 'a text that names who filters', origin);
  if (isPrivateField(field)) throw wrong('.field', 'a field that is not personal (actor_id instead of names)', field);
  // An end that is open is the last that there can be: Infinity would not come back from JSON, which states and addresses are.
  return { origin, ...predicate, ...(range && { range: [Math.max(range[0], OPEN_START), Math.min(range[1], OPEN_END)] as const }) };
}
