import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from 'chdb';

/** The normal tables that have a query, by the name of its file. */
export const TABLES = ['courses', 'blocks', 'learners', 'enrollments', 'page_visits', 'problem_responses', 'grades', 'video_watches'];

const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';

/** Columns of the tables that the queries read, as Aspects has them. */
const SCHEMA = {
  'xapi.xapi_events_all_parsed': {
    event_id: 'UUID',
    verb_id: 'String',
    actor_id: 'String',
    object_id: 'String',
    course_id: 'String',
    course_key: 'String',
    org: 'String',
    emission_time: 'DateTime64(6)',
    event: 'String',
  },
  'event_sink.course_overviews': {
    org: 'String',
    course_key: 'String',
    display_name: 'String',
    course_data_json: 'String',
    modified: 'String',
    time_last_dumped: 'String',
  },
  'event_sink.course_blocks': {
    org: 'String',
    course_key: 'String',
    location: 'String',
    display_name: 'String',
    xblock_data_json: 'String',
    order: 'Int32',
    time_last_dumped: 'String',
  },
  'event_sink.user_profile': {
    id: 'Int32',
    user_id: 'Int32',
    name: 'String',
    username: 'String',
    email: 'String',
    time_last_dumped: 'String',
  },
  'event_sink.external_id': {
    external_user_id: 'String',
    external_id_type: 'String',
    username: 'String',
    user_id: 'Int32',
    time_last_dumped: 'String',
  },
};

/** A ClickHouse with the databases of Aspects, empty. */
export class Aspects {
  #session = new Session();

  constructor() {
    for (const database of ['xapi', 'event_sink']) this.#session.query(`CREATE DATABASE ${database}`);
    for (const [table, columns] of Object.entries(SCHEMA)) {
      const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
      const [engine, key] = table.startsWith('xapi.')
        ? ['ReplacingMergeTree', '(org, course_key, verb_id, actor_id, emission_time, event_id)']
        : ['MergeTree', 'tuple()'];
      this.#session.query(`CREATE TABLE ${table} (${list.join(', ')}) ENGINE = ${engine} ORDER BY ${key}`);
    }
  }

  /** Puts statements and tables of Open edX in place of what was there; statements a second time, as a replay does. */
  async fill(statements, tables) {
    const rows = { 'xapi.xapi_events_all_parsed': statements.map(parsed) };
    for (const [name, list] of Object.entries(tables)) rows[`event_sink.${name}`] = list;
    for (const [table, columns] of Object.entries(SCHEMA)) {
      this.#session.query(`TRUNCATE TABLE ${table}`);
      const values = (rows[table] ?? []).map((row) => Object.fromEntries(Object.keys(columns).flatMap((name) => cell(row, name))));
      if (values.length > 0) await this.#session.insert({ table, values });
      if (values.length > 0 && table.startsWith('xapi.')) await this.#session.insert({ table, values: values.slice(0, 20) });
    }
  }

  /** What the query of a table answers, as NDJSON. */
  table(name, parameters) {
    const query = readFileSync(join(import.meta.dirname, '..', `${name}.sql`), 'utf8');
    return this.#session.queryBind(query, parameters, 'JSONEachRow');
  }

  close() {
    this.#session.close();
  }
}

function cell(row, name) {
  const value = row[name];
  if (value === undefined || value === null) return [];
  return [[name, typeof value === 'object' ? JSON.stringify(value) : value]];
}

/** A statement as Aspects parses it: its course is the parent that is one, else the first grouping, else the object. */
function parsed(statement) {
  const { account, mbox, mbox_sha1sum: sha1 } = statement.actor;
  const activities = statement.context?.contextActivities;
  const parent = activities?.parent?.[0];
  const isPart = ['Activity', 'GroupActivity'].includes(parent?.objectType);
  const isOfCourse = parent?.definition?.type === COURSE_TYPE;
  const course = isOfCourse ? parent.id : isPart ? (activities.grouping?.[0]?.id ?? '') : statement.object.id;
  return {
    event_id: statement.id,
    verb_id: statement.verb.id,
    actor_id: account?.name ?? mbox ?? sha1,
    object_id: statement.object.id,
    course_id: course,
    course_key: course.split('/').at(-1),
    org: /course-v1:([^+]*)/.exec(course)?.[1] ?? '',
    emission_time: new Date(statement.timestamp).toISOString().replace('T', ' ').replace('Z', ''),
    event: JSON.stringify(statement),
  };
}
