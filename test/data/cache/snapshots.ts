import { TableBuilder } from '../../../src/data/table.js';
import type { Snapshot } from '../../../src/data/provider.js';

/** Texts that must never be stored. */
export const CANARIES = ['Canary Ada Lovelace', 'canary-ada', 'canary@school.example', 'Canary: the hint is wrong'];

let databases = 0;

/** A database name that no other test uses. */
export function freshDatabase(): string {
  return `learner-elements-test-${Date.now()}-${Math.random()}-${++databases}`;
}

/** Two learners with names, feedback with its subject, and every type of column. */
export function exampleSnapshot(rows = 2): Snapshot {
  const learners = new TableBuilder('learners', { actor_id: 'category', name: 'category', username: 'category', email: 'category' });
  for (let row = 0; row < rows; row++) {
    learners.push({ actor_id: `actor-${row}`, name: `${CANARIES[0]} ${row}`, username: CANARIES[1]!, email: CANARIES[2]! });
  }
  const feedback = new TableBuilder('feedback', { thread: 'category', subject: 'category', messages: 'number', last_updated: 'time' });
  feedback.push({ thread: 't1', subject: CANARIES[3]!, messages: 3, last_updated: 1_700_000_000_000 });
  feedback.push({});
  const sessions = new TableBuilder('sessions', { session: 'category', completed: 'boolean', active_seconds: 'number' });
  sessions.push({ session: '__proto__', completed: true, active_seconds: 1.5 });
  sessions.push({ session: 'ünï', completed: false, active_seconds: 0 });
  sessions.push({});
  return {
    provider: 'xapi',
    version: 3,
    notes: {
      bytes: 99,
      generatedAt: 5,
      namesSupplied: true,
      skipped: { count: 1, total: 9, first: `page 2, line 17: got "${CANARIES[0]}"`, place: 'page 2, line 17' },
    },
    tables: new Map([learners, feedback, sessions].map((builder) => [builder.name, builder.build()])),
  };
}
