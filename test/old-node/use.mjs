/** What a host of Node 16 does with the package outside of a page: imports all of it, and reads numbers. */
import { openDataset } from 'learner-elements/core';

const before = new Set(Reflect.ownKeys(globalThis));
await import('learner-elements');
await import('learner-elements/tracker');
const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));

const data = {
  courses: [{ course_key: 'c', org: 'Example', course_name: 'Programming', course_run: '2024' }],
  enrollments: [
    {
      course_key: 'c',
      actor_id: 'a',
      enrollment_status: 'registered',
      track: 'audit',
      state: 'failed',
      last_visit: '2024-01-15T00:00:00Z',
    },
  ],
};
const dataset = await openDataset({ provider: 'tables', data, now: '2024-03-13T00:00:00Z' });
const rows = dataset.view('at-risk.learners').rows();
dataset.close();
console.log(JSON.stringify({ node: process.version, added, learners: rows.map((row) => row.actor_id) }));
