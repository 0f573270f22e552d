import { countedTime } from '../../../metrics/at-risk.js';
import { isTime } from '../../../metrics/happened.js';
import type { ColumnType } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import { TableBuilder } from '../../table.js';
import type { Table } from '../../table.js';
import { rowsOf } from '../rows.js';
import { SESSION_VERBS } from './sessions-statement.js';
import type { SessionStatement } from './sessions-statement.js';

/** The snapshot's table of statements about learning sessions, one row each. */
export const SESSION_LOG = 'xapi_sessions';

const COLUMNS: Readonly<Record<keyof SessionStatement, ColumnType>> = {
  verb: 'category',
  exploration: 'category',
  title: 'category',
  session: 'category',
  state: 'category',
  visit: 'number',
  time: 'time',
  day_only: 'boolean',
  seconds: 'number',
  completion: 'boolean',
  answers: 'number',
  solutions: 'number',
  hints: 'number',
};

/** Collects statements about learning sessions. */
export class SessionLogBuilder {
  #rows = new TableBuilder(SESSION_LOG, COLUMNS);

  add(statement: SessionStatement): void {
    this.#rows.push({ ...statement });
  }

  build(): Table {
    return this.#rows.build();
  }
}

/** The statements of a log that can have been made and were up to and including `now`, at the times that count, in the order of the log. */
export function* seenStatements(log: Table | undefined, settings: Settings): Generator<SessionStatement> {
  for (const row of rowsOf(log)) {
    const verb = SESSION_VERBS.find((known) => known === row.text('verb'));
    const [exploration, session, told] = [row.text('exploration'), row.text('session'), row.number('time')];
    if (verb === undefined || exploration === null || session === null || told === null || !isTime(told)) continue;
    const day_only = row.flag('day_only') === true;
    const time = countedTime(told, day_only, settings);
    if (time > settings.now) continue;
    yield {
      verb,
      exploration,
      session,
      time,
      day_only,
      title: row.text('title'),
      state: row.text('state'),
      visit: row.number('visit'),
      seconds: row.number('seconds'),
      completion: row.flag('completion'),
      answers: row.number('answers'),
      solutions: row.number('solutions'),
      hints: row.number('hints'),
    };
  }
}

const NOT_IN_STATEMENTS = 'Statements of learning sessions do not tell this.';
const NOT_TOLD = [
  'explorations.plays',
  'explorations.actual_starts',
  'explorations.starter_completion_rate',
  'explorations.average_rating',
  'explorations.ratings',
  'explorations.rating_lower_bound',
  'explorations.open_feedback',
  'explorations.feedback',
  'explorations.learners',
  'explorations.ownership',
  'states.completions',
  'states.retention',
  'states.bounce_rate',
  'states.useful_feedback',
  'weekly.plays',
  'creator.plays',
  'creator.average_rating',
  'creator.ratings',
  'creator.open_feedback',
  'creator.subscribers',
  'creator.learners',
  'feedback.thread',
  'issues.issue',
];

/** Why columns of explorations are unknown throughout; nothing where the log has no session. */
export function unrecordedOfSessions(log: Table): Readonly<Record<string, string>> {
  return log.length === 0 ? {} : Object.fromEntries(NOT_TOLD.map((column) => [column, NOT_IN_STATEMENTS]));
}
