import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DAY } from '../simulator/clock.mjs';

/**
 * The day 0 of both presentations. OULAD gives days relative to a presentation's start and no calendar date; this one, a
 * Monday, is made up, and the same for both so that one `now` fits them.
 */
export const OULAD_DAY_ZERO = '2024-01-01';

const DAY_ZERO = Date.parse(OULAD_DAY_ZERO);

/** @typedef {Record<string, string>} CsvRow */

/**
 * The rows of a CSV without quoted cells, as OULAD's are.
 * @param {string} content
 * @returns {CsvRow[]}
 */
function csv(content) {
  const [head = '', ...lines] = content.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** @param {number} day relative to the start */
function startOf(day) {
  return DAY_ZERO + day * DAY;
}

/**
 * What is known by its day alone counts as at the end of that day.
 * @param {number} day relative to the start
 */
function endOf(day) {
  return startOf(day + 1) - 1;
}

/** @param {number} at */
function iso(at) {
  return new Date(at).toISOString();
}

/** @param {CsvRow} row */
function courseKey(row) {
  return `${row['code_module']}-${row['code_presentation']}`;
}

/**
 * Two presentations of the Open University Learning Analytics Dataset as normal tables, as they stood at `now`: courses,
 * enrollments, page visits (one a learner, site and day), blocks (sites by kind) and grades (the weighted mean of what was
 * marked so far, in order of submission; exams have no day and are left out). Names there are none.
 * @param {string} folder with the CSV files
 * @param {number} now epoch ms
 */
export function oulad(folder, now) {
  const read = (/** @type {string} */ name) => csv(readFileSync(join(folder, name), 'utf8'));
  const clicks = csv(gunzipSync(readFileSync(join(folder, 'student_vle.csv.gz'))).toString());
  return {
    courses: read('course.csv').map((row) => ({
      course_key: courseKey(row),
      org: 'Open University',
      course_name: `Module ${row['code_module']}`,
      course_run: row['code_presentation'],
    })),
    blocks: blocks(read('vle.csv')),
    enrollments: enrollments(read('student_registration.csv'), now),
    page_visits: pageVisits(clicks, now),
    grades: grades(read('assessment.csv'), read('student_assessment.csv'), now),
  };
}

/**
 * Sites have no order and no names: the kind is the section, the number the name.
 * @param {readonly CsvRow[]} sites
 */
function blocks(sites) {
  const sorted = [...sites].sort((a, b) => order(a).localeCompare(order(b)));
  return sorted.map((site, index) => ({
    block_id: site['id_site'],
    course_key: courseKey(site),
    block_type: 'unit',
    block_name: `${site['activity_type']} ${site['id_site']}`,
    course_order: index + 1,
    section: site['activity_type'],
    section_block: `${courseKey(site)} ${site['activity_type']}`,
  }));
}

/** @param {CsvRow} site */
function order(site) {
  return `${courseKey(site)} ${site['activity_type']} ${site['id_site']}`;
}

/**
 * Whoever registered on a day before `now`. Left before `now` is `unregistered`. A row without a date is left out.
 * @param {readonly CsvRow[]} rows
 * @param {number} now
 */
function enrollments(rows, now) {
  return rows.flatMap((row) => {
    const registered = row['date_registration'];
    if (registered === undefined || registered === '' || endOf(Number(registered)) > now) return [];
    const left = row['date_unregistration'] ?? '';
    const hasLeft = left !== '' && endOf(Number(left)) <= now;
    const since = iso(endOf(Number(registered)));
    return [
      {
        course_key: courseKey(row),
        actor_id: row['id_student'],
        enrollment_status: hasLeft ? 'unregistered' : 'registered',
        track: null,
        first_enrolled_at: since,
        enrolled_at: hasLeft ? iso(endOf(Number(left))) : since,
      },
    ];
  });
}

/**
 * @param {readonly CsvRow[]} clicks
 * @param {number} now
 */
function pageVisits(clicks, now) {
  /** @type {Set<string>} */
  const seen = new Set();
  return clicks.flatMap((row) => {
    const visited = endOf(Number(row['date']));
    const key = `${courseKey(row)} ${row['id_student']} ${row['id_site']} ${row['date']}`;
    if (visited > now || seen.has(key)) return [];
    seen.add(key);
    return [{ course_key: courseKey(row), actor_id: row['id_student'], block_id: row['id_site'], visited_at: iso(visited) }];
  });
}

/**
 * @param {readonly CsvRow[]} assessments
 * @param {readonly CsvRow[]} submissions
 * @param {number} now
 */
function grades(assessments, submissions, now) {
  const byId = new Map(assessments.filter((row) => row['assessment_type'] !== 'Exam').map((row) => [row['id_assessment'], row]));
  const sorted = submissions
    .filter((row) => byId.has(row['id_assessment']) && row['score'] !== '' && endOf(Number(row['date_submitted'])) <= now)
    .sort((a, b) => Number(a['date_submitted']) - Number(b['date_submitted']));
  /** @type {Map<string, { points: number, weight: number }>} */
  const sums = new Map();
  return sorted.map((row) => {
    const assessment = byId.get(row['id_assessment']) ?? {};
    const key = `${courseKey(assessment)} ${row['id_student']}`;
    const sum = sums.get(key) ?? { points: 0, weight: 0 };
    sum.points += Number(row['score']) * Number(assessment['weight']);
    sum.weight += Number(assessment['weight']);
    sums.set(key, sum);
    return {
      course_key: courseKey(assessment),
      actor_id: row['id_student'],
      graded_at: iso(endOf(Number(row['date_submitted']))),
      score: sum.points / sum.weight / 100,
      state: null,
    };
  });
}
