import { course, STORY_NOW } from './at-risk-data.js';

type Row = Readonly<Record<string, unknown>>;

const DAY = 86_400_000;
const SECTIONS = ['Getting started', 'Values and types', 'Making decisions', 'Loops', 'Project'];
/** How far learners get, one after the other. */
const REACH = [5, 2, 3, 2, 1, 2, 4];
const LENGTH = 180;
/** Visits, answers and watched videos of a learner, on average. */
const ROWS_OF_LEARNER = 14;

/** The same with about so many rows of visits, answers and watched videos. */
export function activeRows(rows: number): ReturnType<typeof activeCourse> {
  return activeCourse(Math.ceil(rows / ROWS_OF_LEARNER));
}

/**
 * The course of `course()` with what its learners did: fewer get to each later section, and the video of the second one is watched again.
 */
export function activeCourse(learners: number): Record<string, readonly Row[]> {
  const tables = course(learners);
  const courseKey = String(tables['courses']?.[0]?.['course_key']);
  const now = Date.parse(STORY_NOW);
  const blocks = SECTIONS.flatMap((name, at) => blocksOf(courseKey, name, at + 1));
  const people = (tables['enrollments'] ?? []).map((row, at) => ({
    id: String(row['actor_id']),
    reach: REACH[at % REACH.length] ?? 1,
    at,
  }));
  const facts = people.flatMap(({ id, reach, at }) =>
    blocks
      .filter((block) => Number(String(block['location']).split(':')[0]) <= reach)
      .map((block, step) => ({ block, when: now - (8 + ((at * 13) % 60)) * DAY - step * 2 * DAY, keep: (at + step) % 4 !== 0 }))
      .filter(({ keep }) => keep)
      .map(({ block, when }) => ({
        course_key: courseKey,
        actor_id: id,
        block_id: block['block_id'],
        type: block['block_type'],
        when,
        at,
      })),
  );
  const of = (type: string): typeof facts => facts.filter((fact) => fact.type === type);
  return {
    ...tables,
    blocks,
    page_visits: of('unit').map(({ when, course_key, actor_id, block_id }) => ({ course_key, actor_id, block_id, visited_at: iso(when) })),
    problem_responses: of('problem').map(({ when, course_key, actor_id, block_id, at }) => ({
      course_key,
      actor_id,
      block_id,
      responded_at: iso(when),
      attempt: 1,
      correct: at % 3 !== 0,
      score: at % 3 === 0 ? 0 : 1,
    })),
    video_watches: of('video').flatMap(({ when, course_key, actor_id, block_id, at }) => {
      const watch = { course_key, actor_id, block_id, watched_at: iso(when), length: LENGTH };
      return [
        { ...watch, from_second: 1, to_second: at % 4 === 1 ? LENGTH : 40 + ((at * 11) % 120) },
        ...(at % 2 === 0 ? [{ ...watch, from_second: 60, to_second: 75 }] : []),
      ];
    }),
  };
}

function blocksOf(courseKey: string, name: string, section: number): readonly Row[] {
  const id = (type: string, name_: string): string => `block-v1:Example+CS101+2024+type@${type}+block@${name_}`;
  const chapter = { section: `${section}:0:0 - ${name}`, section_block: id('chapter', `s${section}`) };
  return [1, 2].flatMap((subsection) => {
    const place = {
      ...chapter,
      subsection: `${section}:${subsection}:0 - Part ${subsection}`,
      subsection_block: id('sequential', `s${section}_${subsection}`),
    };
    return ['unit', 'problem', 'video'].map((type, at) => ({
      course_key: courseKey,
      block_type: type,
      block_id: id(type, `${section}_${subsection}`),
      block_name: `${name}, ${type} ${subsection}`,
      location: `${section}:${subsection}:${at + 1}`,
      course_order: section * 100 + subsection * 10 + at,
      graded: type === 'problem',
      ...place,
    }));
  });
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
