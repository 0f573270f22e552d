import type { Random } from './random.js';

/** A row as a host hands it over. */
export type Row = Readonly<Record<string, unknown>>;

/** A course as a host hands it over. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

const DAY_MS = 86_400_000;
const PARTS = [
  ['a', 's1', 't1'],
  ['a', 's1', 't2'],
  ['a', 's2', 't3'],
  ['b', 's1', 't1'],
] as const;

/** Two courses of which this and that is not known: no track, no grade, no length, no verdict, a page that no course has. */
export function randomCourse(random: Random, now: number): Tables {
  const maybe = <T>(value: T, probability = 0.85): T | null => (random.chance(probability) ? value : null);
  const when = (days: number): string => new Date(now - Math.floor(random.next() * days * DAY_MS)).toISOString();
  const blocks = PARTS.flatMap(([course, section, subsection]) =>
    ['unit', 'unit', 'problem', 'video'].map((type, at) => ({
      block_id: `${course}-${subsection}-${type}${at}`,
      course_key: course,
      block_type: type,
      block_name: `${type} ${at}`,
      location: `${section.slice(1)}:${subsection.slice(1)}:${at}`,
      graded: type === 'problem' ? maybe(random.chance(0.5)) : null,
      section: `Section ${section}`,
      section_block: `${course}-${section}`,
      subsection: `Part ${subsection}`,
      subsection_block: `${course}-${subsection}`,
    })),
  );
  const enrollments = ['a', 'b'].flatMap((course) =>
    random
      .some(
        Array.from({ length: 14 }, (_, at) => `learner-${at}`),
        0.8,
      )
      .map((actor) => ({
        course_key: course,
        actor_id: actor,
        enrollment_status: maybe(random.pick(['registered', 'registered', 'registered', 'unregistered']), 0.95),
        track: maybe(random.pick(['audit', 'verified'])),
        first_enrolled_at: maybe(when(200)),
        enrolled_at: maybe(when(120)),
        course_grade: maybe(random.below(101) / 100),
        state: maybe(random.pick(['failed', 'failed', 'passed'])),
        last_visit: maybe(random.pick([when(40), new Date(now - 7 * DAY_MS).toISOString()]), 0.4),
      })),
  );
  const facts = <T extends Row>(count: number, type: string, more: () => T): readonly (Row & T)[] =>
    Array.from({ length: count }, () => {
      const { course_key, actor_id } = random.pick(enrollments);
      const ids = blocks.filter((block) => block.course_key === course_key && block.block_type === type).map(({ block_id }) => block_id);
      return { course_key, actor_id, block_id: random.pick([...ids, ...(random.chance(0.1) ? ['gone'] : [])]), ...more() };
    });
  return {
    courses: [
      { course_key: 'a', org: 'Org', course_name: 'Course A', course_run: '1', pass_mark: 0.5 },
      { course_key: 'b', course_name: 'Course B' },
    ],
    blocks,
    enrollments,
    page_visits: facts(80, 'unit', () => ({ visited_at: when(90) })),
    problem_responses: facts(60, 'problem', () => ({
      responded_at: when(90),
      attempt: maybe(1 + random.below(4), 0.7),
      correct: maybe(random.chance(0.6), 0.85),
    })),
    video_watches: facts(50, 'video', () => {
      const from = 1 + random.below(20);
      return { watched_at: when(90), from_second: from, to_second: from + random.below(41 - from), length: maybe(40, 0.5) };
    }),
  };
}
