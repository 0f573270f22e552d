import { breakSpans, daysInactive, isAtRisk, isNeverStarted, lastSeen, listChange } from '../../../metrics/at-risk.js';
import { gradeBucket } from '../../../metrics/grade-bucket.js';
import { columnsWithout } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import type { CategoryColumn, Table, Tables } from '../../table.js';
import { ColumnBuilder, TableBuilder } from '../../table.js';
import { flagsOf, numberAt, numbersOf, tableOf, textAt, textsOf } from './columns.js';
import { DerivedTables } from './derived-tables.js';
import { engagedParts } from './engaged-parts.js';
import { engagementAspects } from './engagement-aspects.js';
import { courseParts, engagement } from './engagement.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import { problemOutcomes } from './problem-outcomes.js';
import { videoTables } from './video-tables.js';
import { visitedPages } from './visited-pages.js';

/** Tables whose rows are about a learner in a course, and when each row was. */
const FACTS: ReadonlyMap<string, string> = new Map([
  ['page_visits', 'visited_at'],
  ['problem_responses', 'responded_at'],
  ['video_watches', 'watched_at'],
  ['grades', 'graded_at'],
]);

/**
 * The tables of the At-Risk dashboard from normal tables: `enrollments` with the columns of the rule, and `engagement`,
 * `engaged_parts`, `course_parts`, `problem_outcomes`, `video_totals`, `video_segments` and `visited_pages`. Of `enrollments`, what a row
 * says itself stands first; what it does not say comes from the facts: `last_visit`, `last_activity`, `course_grade` and `state` of the
 * newest grade. Who is only in a fact gets an enrolment of unknown status. Where nothing
 * tells visits, or no table says who is enrolled, who never started is unknown, and so is who is listed. Rows of facts are in order of
 * time, so that of equal times the later row is the newer; rows after `now` must have been left out. `earlier`, where a source can tell it,
 * is the list of an earlier moment; without it `list_change` is unknown. Pure; the tables given are not changed.
 */
export function deriveAtRisk(tables: Tables, settings: Settings, evidence: GivenEvidence = {}): DerivedTables {
  const { rules } = settings;
  const aspects = rules === 'aspects-v8';
  const blocks = tables.get('blocks');
  const own = DerivedTables.of(tables).with([
    ['enrollments', enrollments(tables, settings, evidence)],
    ...(blocks === undefined ? [] : [['blocks', withInnermost(blocks)] as const]),
  ]);
  const engaged = DerivedTables.of(own, [
    [['engagement'], () => [tables.get('engagement') ?? (aspects ? engagementAspects(tables) : engagement(tables))]],
  ]);
  return DerivedTables.of(engaged, [
    [['engaged_parts'], () => [engagedParts(tableOf(engaged, 'engagement'), rules)]],
    [['problem_outcomes'], () => [problemOutcomes(tables, rules)]],
    [['video_totals', 'video_segments'], () => videoTables(tables, rules)],
    aspects ? [['visited_pages'], () => [visitedPages(tables)]] : [['course_parts'], () => [courseParts(tables)]],
  ]);
}

/** With the subsection that each block is in, or the section that it is in directly. */
function withInnermost(blocks: Table): Table {
  const [texts, inner, outer] = ['subsection', 'subsection_block', 'section_block'].map((name) => textsOf(blocks, name));
  const column = new ColumnBuilder('category');
  for (let row = 0; row < blocks.length; row++) {
    const at = (each: CategoryColumn | undefined): string | null => (each === undefined ? null : textAt(each, row));
    column.push(at(inner) ?? (at(texts) === null ? at(outer) : null));
  }
  return { ...blocks, columns: new Map([...blocks.columns, ['innermost_block', column.build()]]) };
}

/** What a source knows beside its tables. */
export interface GivenEvidence {
  /** The facts that can say more of an enrolment than its row does; all if left out. */
  readonly facts?: readonly string[] | undefined;
  /** False for a source that has visits and records none of them; true if left out. */
  readonly recordsVisits?: boolean | undefined;
  readonly earlier?: EarlierList | undefined;
  /** Rows of `enrollments` whose last visit was after `now`: nobody knows whether there was one before. */
  readonly unsure?: ReadonlySet<number> | undefined;
}

/** Normal tables as they stood at an earlier moment, epoch milliseconds. */
export interface EarlierList {
  readonly tables: Tables;
  readonly then: number;
}

/** What facts say of each enrolment, by its key. */
interface Evidence {
  readonly lastVisit: (number | undefined)[];
  readonly lastActivity: (number | undefined)[];
  readonly grade: (number | undefined)[];
  readonly state: (string | undefined)[];
}

function enrollments(tables: Tables, settings: Settings, { facts, earlier, unsure, recordsVisits = true }: GivenEvidence): Table {
  const { rules, now, timezone } = settings;
  const given = tableOf(tables, 'enrollments');
  const keys = new EnrollmentKeys();
  const rowOf = new Map<number, number>();
  for (const [row, key] of keys.ofRows(given).entries()) if (key >= 0) rowOf.set(key, row);
  const evidence = evidenceOf(tables, keys, facts);
  const marks = passMarks(tables);
  const listedThen =
    earlier === undefined ? undefined : listedKeys(enrollments(earlier.tables, { ...settings, now: earlier.then }, { facts }), keys);
  const aspects = rules === 'aspects-v8' ? rules : undefined;
  const breaks = rules === 'aspects-v8' ? [] : breakSpans(rules.breaks, timezone);
  const tellsVisits = recordsVisits && (given.columns.has('last_visit') || tables.has('page_visits'));
  const tellsStatus = given.columns.has('enrollment_status');
  const tellsGrades = given.columns.has('state') || tables.has('grades');
  const text = (name: string): ((row: number) => string | null) => {
    const column = textsOf(given, name);
    return (row) => textAt(column, row);
  };
  const number = (name: string): ((row: number) => number | null) => {
    const column = numbersOf(given, name);
    return (row) => numberAt(column, row);
  };
  const [status, track, state] = [text('enrollment_status'), text('track'), text('state')];
  const [firstEnrolled, enrolled, grade] = [number('first_enrolled_at'), number('enrolled_at'), number('course_grade')];
  const [visit, activity] = [number('last_visit'), number('last_activity')];

  const builder = new TableBuilder('enrollments', columnsWithout('enrollments'));
  for (const [key, course] of keys.courses.entries()) {
    const row = rowOf.get(key) ?? -1;
    const known = state(row) ?? evidence.state[key] ?? 'failed';
    const score = grade(row) ?? evidence.grade[key] ?? (aspects === undefined ? null : 0);
    const lastVisit = latest(visit(row), evidence.lastVisit[key]);
    const standing = {
      enrolled: status(row) === 'registered',
      passed: known === 'passed',
      lastVisit,
      enrolledAt: enrolled(row),
      lastActivity: latest(activity(row), latest(lastVisit, evidence.lastActivity[key])),
    };
    const seen = lastSeen(standing, rules);
    const mark = marks.get(course);
    const atRisk = isAtRisk(standing, now, rules, breaks);
    const tellsOwn = tellsVisits && (lastVisit !== null || unsure?.has(row) !== true);
    const isDecided = standing.passed || (tellsStatus && (tellsOwn || !standing.enrolled));
    builder.push({
      course_key: course,
      actor_id: keys.actors[key],
      enrollment_status: status(row),
      track: track(row),
      first_enrolled_at: firstEnrolled(row),
      enrolled_at: standing.enrolledAt,
      course_grade: score,
      grade_bucket: gradeBucket(score, aspects),
      state: known,
      last_visit: lastVisit,
      last_activity: standing.lastActivity,
      days_inactive: seen === null ? null : daysInactive(seen, now, breaks),
      listed: isDecided ? atRisk : null,
      list_change:
        earlier === undefined || listedThen === undefined || !tellsVisits || !tellsStatus
          ? null
          : listChange(standing, rules, { listed: atRisk, listedThen: listedThen.has(key), then: earlier.then }),
      never_started: tellsOwn && tellsStatus ? isNeverStarted(standing) : null,
      passed: tellsGrades ? standing.passed : null,
      would_pass: score === null || mark === undefined ? null : score >= mark,
    });
  }
  return builder.build();
}

function listedKeys(earlier: Table, keys: EnrollmentKeys): ReadonlySet<number> {
  const listed = flagsOf(earlier, 'listed');
  return new Set(keys.ofRows(earlier).filter((_, row) => listed[row] === 1));
}

function evidenceOf(tables: Tables, keys: EnrollmentKeys, facts: readonly string[] = [...FACTS.keys()]): Evidence {
  const evidence: Evidence = { lastVisit: [], lastActivity: [], grade: [], state: [] };
  for (const [name, timeName] of FACTS) {
    if (!facts.includes(name)) continue;
    const table = tableOf(tables, name);
    const times = numbersOf(table, timeName);
    const rowKeys = keys.ofRows(table);
    latestOfEach(rowKeys, times, evidence.lastActivity);
    if (name === 'page_visits') latestOfEach(rowKeys, times, evidence.lastVisit);
    if (name === 'grades') newestGrades(table, rowKeys, times, evidence);
  }
  return evidence;
}

/** Raises the latest time of each key to those of its rows. */
function latestOfEach(keys: Int32Array, times: Float64Array, latestOf: (number | undefined)[]): void {
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? -1;
    const time = times[row] ?? NaN;
    if (key >= 0 && !Number.isNaN(time) && !(time < (latestOf[key] ?? -Infinity))) latestOf[key] = time;
  }
}

/** Of grade events with a score, and of those with a state, the newest of each key stands; of equal times the later row. */
function newestGrades(table: Table, keys: Int32Array, times: Float64Array, { grade, state }: Evidence): void {
  const scores = numbersOf(table, 'score');
  const states = textsOf(table, 'state');
  const gradeAt: number[] = [];
  const stateAt: number[] = [];
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? -1;
    const time = numberAt(times, row);
    if (key < 0 || time === null) continue;
    const score = numberAt(scores, row);
    const said = textAt(states, row);
    if (score !== null && time >= (gradeAt[key] ?? -Infinity)) {
      gradeAt[key] = time;
      grade[key] = score;
    }
    if (said !== null && time >= (stateAt[key] ?? -Infinity)) {
      stateAt[key] = time;
      state[key] = said;
    }
  }
}

function passMarks(tables: Tables): Map<string, number> {
  const courses = tableOf(tables, 'courses');
  const keys = textsOf(courses, 'course_key');
  const marks = numbersOf(courses, 'pass_mark');
  const found = new Map<string, number>();
  for (let row = 0; row < courses.length; row++) {
    const mark = numberAt(marks, row);
    if (mark !== null) found.set(textAt(keys, row) ?? '', mark);
  }
  return found;
}

function latest(a: number | null, b: number | null | undefined): number | null {
  return a === null ? (b ?? null) : Math.max(a, b ?? a);
}
