/**
 * A course of many events as tables of the schema: half of the events visits of pages, a quarter responses, a quarter watched
 * intervals of videos; 50 events a learner. The same on every run.
 */
const DAY = 86_400_000;
export const NOW = Date.UTC(2024, 5, 1);
const START = NOW - 120 * DAY;
const COURSES = ['course-v1:Org+A+1', 'course-v1:Org+B+1', 'course-v1:Other+C+1'];
const TRACKS = ['audit', 'verified', 'honor', null];
const SECTIONS = 6;
const SUBSECTIONS = 3;
const ITEMS = { unit: 4, problem: 3, video: 2 };

/** The normal tables of about so many events. */
export function courseTables(events) {
  const random = numbers(7);
  const below = (end) => Math.floor(random() * end);
  const learners = Math.max(4, Math.round(events / 50));
  const people = Array.from({ length: learners }, (_, at) => `learner-${at}`);
  // Most learners stop at some time before the end.
  const until = Float64Array.from(people, () => START + (0.3 + 0.7 * Math.sqrt(random())) * (NOW - START));
  const courseOf = Int32Array.from(people, () => below(COURSES.length));
  const { blocks, idsOf } = courseBlocks();
  const facts = (name, count, type, time, more = () => []) => {
    const actors = Int32Array.from({ length: count }, () => Math.floor(learners * random() ** 1.3));
    const courses = Int32Array.from(actors, (actor) => (random() < 0.1 ? below(COURSES.length) : courseOf[actor]));
    const list = idsOf[type];
    const perCourse = list.length / COURSES.length;
    return table(name, count, [
      ['course_key', text(COURSES, courses)],
      ['actor_id', text(people, actors)],
      [
        'block_id',
        text(
          list,
          Int32Array.from(courses, (course) => course * perCourse + Math.floor(perCourse * random() ** 1.5)),
        ),
      ],
      [time, { type: 'time', values: Float64Array.from(actors, (actor) => Math.floor(START + random() * (until[actor] - START))) }],
      ...more(count),
    ]);
  };
  const starts = Float64Array.from({ length: Math.round(events / 4) }, () => 1 + below(500));
  const tables = [
    table('courses', COURSES.length, [
      ['course_key', named(COURSES)],
      ['org', named(['Org', 'Org', 'Other'])],
      ['course_name', named(['Algebra', 'Biology', 'Chemistry'])],
      ['course_run', named(['1', '1', '1'])],
      ['pass_mark', { type: 'number', values: Float64Array.of(0.5, 0.6, 0.5) }],
    ]),
    blocks,
    table('learners', learners, [
      ['actor_id', named(people)],
      ['username', named(people.map((_, at) => `user${at}`))],
      ['name', named(people.map((_, at) => `Name ${at}`))],
    ]),
    table('enrollments', learners, [
      ['course_key', text(COURSES, courseOf)],
      ['actor_id', named(people)],
      ['enrollment_status', named(people.map(() => (random() < 0.95 ? 'registered' : 'unregistered')))],
      ['track', named(people.map(() => TRACKS[below(TRACKS.length)]))],
      ['enrolled_at', { type: 'time', values: Float64Array.from(people, () => START - below(30 * DAY)) }],
    ]),
    facts('page_visits', Math.round(events / 2), 'unit', 'visited_at'),
    facts('problem_responses', Math.round(events / 4), 'problem', 'responded_at', (count) => [
      ['attempt', { type: 'number', values: Float64Array.from({ length: count }, () => 1 + below(4)) }],
      ['correct', { type: 'boolean', values: Int8Array.from({ length: count }, () => Number(random() < 0.6)) }],
    ]),
    facts('video_watches', Math.round(events / 4), 'video', 'watched_at', () => [
      ['from_second', { type: 'number', values: starts }],
      ['to_second', { type: 'number', values: starts.map((from) => Math.min(600, from + 1 + below(200))) }],
      ['length', { type: 'number', values: starts.map(() => 600) }],
    ]),
    table('grades', learners, [
      ['course_key', text(COURSES, courseOf)],
      ['actor_id', named(people)],
      ['graded_at', { type: 'time', values: until }],
      ['score', { type: 'number', values: Float64Array.from(people, () => (random() < 0.1 ? NaN : below(101) / 100)) }],
      ['state', named(people.map(() => (random() < 0.2 ? 'passed' : 'failed')))],
    ]),
  ];
  return new Map(tables.map((each) => [each.name, each]));
}

function courseBlocks() {
  const rows = [];
  const idsOf = { unit: [], problem: [], video: [] };
  for (const course of COURSES) {
    for (let section = 1; section <= SECTIONS; section++) {
      const sectionBlock = `block-v1:${course}+chapter+${section}`;
      for (let sub = 1; sub <= SUBSECTIONS; sub++) {
        const where = {
          section: `${section}:0:0 - Section ${section}`,
          section_block: sectionBlock,
          subsection: `${section}:${sub}:0 - Subsection ${section}.${sub}`,
          subsection_block: `block-v1:${course}+sequential+${section}.${sub}`,
        };
        for (const [type, count] of Object.entries(ITEMS)) {
          for (let at = 1; at <= count; at++) {
            const block_id = `block-v1:${course}+${type}+${section}.${sub}.${at}`;
            idsOf[type].push(block_id);
            const block_name = `${type} ${section}.${sub}.${at}`;
            rows.push({
              block_id,
              course_key: course,
              block_type: type,
              block_name,
              url: `https://lms.example.org/${block_id}`,
              location: `${section}:${sub}:${at}`,
              ...where,
            });
          }
        }
      }
    }
  }
  const names = [
    'block_id',
    'course_key',
    'block_type',
    'block_name',
    'url',
    'location',
    'section',
    'section_block',
    'subsection',
    'subsection_block',
  ];
  const columns = names.map((name) => [name, named(rows.map((row) => row[name]))]);
  const order = { type: 'number', values: Float64Array.from(rows.keys()) };
  const graded = { type: 'boolean', values: Int8Array.from(rows, (row) => Number(row.block_type === 'problem')) };
  return { blocks: table('blocks', rows.length, [...columns, ['course_order', order], ['graded', graded]]), idsOf };
}

function table(name, length, columns) {
  return { name, length, columns: new Map(columns) };
}

function named(texts) {
  const codes = new Map();
  for (const each of texts) if (each !== null && !codes.has(each)) codes.set(each, codes.size);
  return text(
    [...codes.keys()],
    Int32Array.from(texts, (each) => (each === null ? -1 : codes.get(each))),
  );
}

function text(dictionary, codes) {
  return { type: 'category', codes, dictionary };
}

/** A linear congruential generator, so that every run has the same rows. */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
