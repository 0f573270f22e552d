import { statement } from './statements.js';
import { all } from './widgets.js';
import { waitUntil } from './wait-until.js';

/** Statements by which a learner is at risk some weeks later, as lines. */
export const learner = (actor: string): string =>
  `${JSON.stringify(statement({ id: actor, actor, verb: 'registered', time: '2024-03-01T00:00:00Z' }))}\n` +
  `${JSON.stringify(statement({ id: `${actor} 2`, actor, verb: 'navigated', time: '2024-03-02T23:30:00Z', object: 'https://lms/xblock/unit' }))}\n`;

/** Waits until something is so. */
export const until = (what: () => unknown) => waitUntil(() => Boolean(what()), 'nothing changed', { timeout: 10_000 });
/** The rows that a table of learners draws. */
export const listed = (element: Element): number => all(element, 'tr[part=row]').length;
/** Whether a widget shows an error. */
export const failed = (element: Element): boolean => all(element, '.state.error').length === 1;
