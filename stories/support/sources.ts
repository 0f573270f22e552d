import { activeCourse } from './at-risk-activity.js';
import { courseStatements, courseTables } from './at-risk-statements.js';
import { firstOf, json, never, served } from './served.js';
import type { Answers } from './served.js';

type Args = Readonly<Record<string, unknown>>;

/** Of so many statements of the streamed course so many have come. */
const STREAMED = { learners: 24, share: 0.6 };

/** An address that first answers these data as that provider's host would, and then as `later` says. */
export function servedAs(provider: unknown, given: unknown, later: Answers[number]): string {
  if (provider !== 'oppia') return served([json(given), later]);
  const { dashboard, statistics, feedback } = given as Record<'dashboard' | 'statistics' | 'feedback', Args | undefined>;
  return served([json(dashboard), later], {
    ...handlers('/createhandler/statistics/', statistics),
    ...handlers('/threadlisthandler/', feedback),
  });
}

/** A course whose statements stream in, of which some have come and no more come. */
export function streamedCourse(): Args {
  const tables = activeCourse(STREAMED.learners);
  const statements = courseStatements(tables);
  return {
    provider: 'xapi',
    src: served([firstOf(statements, Math.round(statements.length * STREAMED.share))]),
    tables: served([json(courseTables(tables))]),
  };
}

/** A creator of whose explorations the statistics come one by one: of the first so many they are there, of the others they do not come. */
export function countedSoFar({ dashboard, statistics }: Readonly<Record<string, unknown>>, count = 2): Args {
  const all = Object.entries(statistics as Args);
  const [there, others] = [all.slice(0, count), all.slice(count)];
  const beside = {
    ...handlers('/createhandler/statistics/', Object.fromEntries(there)),
    ...Object.fromEntries(others.map(([id]) => [`/createhandler/statistics/${id}`, [never]])),
  };
  return { provider: 'oppia', src: served([json(dashboard)], beside) };
}

function handlers(path: string, bodies: Args = {}): Readonly<Record<string, Answers>> {
  return Object.fromEntries(Object.entries(bodies).map(([id, body]) => [path + id, [json(body)]]));
}
