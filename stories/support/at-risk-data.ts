const TRACKS = ['audit', 'honor', 'verified'];
const NAMES = [
  'Amina Yusuf',
  'Bo Lindqvist',
  'Carla Núñez',
  'Deepa Iyer',
  'Emeka Obi',
  'Fatima Zahra El-Amrani',
  'Gustavo Prado',
  'Hana Sato',
];
const DAY = 86_400_000;

/** The moment of the computation in the stories. */
export const STORY_NOW = '2024-03-13T00:00:00Z';

/** A course in the normal tables: every third learner was seen lately, the others are on the list. */
export function course(learners: number, options: { names?: boolean } = {}): Record<string, readonly Record<string, unknown>[]> {
  const now = Date.parse(STORY_NOW);
  const courseKey = 'course-v1:Example+CS101+2024';
  const ids = Array.from({ length: learners }, (_, at) => `learner-${String(at).padStart(5, '0')}`);
  const enrollments = ids.map((id, at) => ({
    course_key: courseKey,
    actor_id: id,
    enrollment_status: 'registered',
    track: TRACKS[(at * 7) % 3 === 0 ? 2 : (at * 5) % 2],
    first_enrolled_at: iso(now - (90 + (at % 30)) * DAY),
    enrolled_at: iso(now - (80 + (at % 30)) * DAY),
    course_grade: at % 4 === 3 ? null : ((at * 37) % 60) / 100,
    state: 'failed',
    last_visit: iso(now - (at % 3 === 0 ? 1 + (at % 5) : 8 + ((at * 13) % 60)) * DAY - at * 61_000),
    last_activity: iso(now - (at % 3 === 0 ? 1 : 8 + ((at * 13) % 60)) * DAY),
  }));
  return {
    courses: [{ course_key: courseKey, org: 'Example', course_name: 'Introduction to programming', course_run: '2024' }],
    enrollments,
    ...(options.names === false ? {} : { learners: ids.map((id, at) => person(id, at)) }),
  };
}

/** The same where the course names a pass mark of 40 %, every fifth learner has passed, and grades go up to 60 %. */
export function withPassMark(learners: number): ReturnType<typeof course> {
  const tables = course(learners);
  const courses = tables['courses']?.map((row) => ({ ...row, pass_mark: 0.4 })) ?? [];
  return {
    ...tables,
    courses,
    enrollments: tables['enrollments']?.map((row, at) => (at % 5 === 0 ? { ...row, state: 'passed' } : row)) ?? [],
  };
}

/** The same where every tenth learner never visited. */
export function withNeverStarted(learners: number, options: { names?: boolean } = {}): ReturnType<typeof course> {
  const tables = course(learners, options);
  const enrollments =
    tables['enrollments']?.map((row, at) => (at % 10 === 0 ? { ...row, last_visit: null, last_activity: null } : row)) ?? [];
  return { ...tables, enrollments };
}

function person(id: string, at: number): Record<string, unknown> {
  const name = NAMES[at % NAMES.length] ?? '';
  const round = at < NAMES.length ? '' : ` ${Math.floor(at / NAMES.length) + 1}`;
  return { actor_id: id, name: name + round, username: `user_${at}`, email: `user_${at}@learners.example` };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
