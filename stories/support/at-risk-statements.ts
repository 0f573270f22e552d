import {
  COURSE_TYPE,
  EARNED,
  EVALUATED,
  LENGTH_EXTENSION,
  NAVIGATED,
  TIME_EXTENSION,
  TRACK_EXTENSION,
} from '../../src/data/providers/xapi/vocabulary.js';

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

const LMS = 'https://learn.example.org';
const REGISTERED = 'http://adlnet.gov/expapi/verbs/registered';
const PLAYED = 'https://w3id.org/xapi/video/verbs/played';
const PAUSED = 'https://w3id.org/xapi/video/verbs/paused';

interface Said {
  readonly verb: string;
  readonly at: unknown;
  /** A block; the course if left out. */
  readonly block?: string;
  readonly result?: Row;
  readonly extensions?: Row;
  readonly context?: Row;
}

/** What the normal tables of a course say, as the statements of Open edX that say the same, learner after learner. */
export function courseStatements(tables: Tables): readonly Row[] {
  const rows = (name: string): readonly Row[] => tables[name] ?? [];
  return rows('enrollments').flatMap((enrollment) => {
    const own = (name: string): readonly Row[] => rows(name).filter(({ actor_id: actor }) => actor === enrollment['actor_id']);
    const said: readonly Said[] = [
      { verb: REGISTERED, at: enrollment['enrolled_at'], extensions: { [TRACK_EXTENSION]: enrollment['track'] } },
      { verb: EARNED, at: enrollment['last_activity'], result: { score: { scaled: enrollment['course_grade'] ?? 0 } } },
      ...own('page_visits').map((row) => ({ verb: NAVIGATED, at: row['visited_at'], block: String(row['block_id']) })),
      ...own('problem_responses').map((row) => ({
        verb: EVALUATED,
        at: row['responded_at'],
        block: String(row['block_id']),
        result: { success: row['correct'] },
      })),
      ...own('video_watches').flatMap(playedAndPaused),
    ];
    return said.map((one, at) => statement(String(enrollment['actor_id']), String(enrollment['course_key']), one, at));
  });
}

/** The course and its parts as Open edX hands them over; no names of learners. */
export function courseTables(tables: Tables): Readonly<Record<string, readonly Row[]>> {
  const dump = { time_last_dumped: '2024-01-02 00:00:00' };
  const blocks = tables['blocks'] ?? [];
  const holders = new Map<unknown, Row>();
  for (const block of blocks) {
    holders.set(block['section_block'], holder(block, 'chapter', 'section'));
    holders.set(block['subsection_block'], holder(block, 'sequential', 'subsection'));
  }
  return {
    course_overviews: (tables['courses'] ?? []).map(({ course_key, org, course_name }) => {
      return { course_key, org, display_name: course_name, modified: '2024-01-01', course_data_json: '{}', ...dump };
    }),
    course_blocks: [...holders.values(), ...blocks.map(raw)].map((row) => ({ ...row, ...dump })),
  };
}

function playedAndPaused({ watched_at: at, block_id: id, from_second: from, to_second: to, length }: Row): readonly Said[] {
  const [start, block] = [Date.parse(String(at)), String(id)];
  const context = { [LENGTH_EXTENSION]: length };
  const says = (verb: string, second: unknown, after: number): Said => {
    return { verb, at: new Date(start + after).toISOString(), block, result: { extensions: { [TIME_EXTENSION]: second } }, context };
  };
  return [says(PLAYED, from, 0), says(PAUSED, to, 1000)];
}

function statement(actor: string, course: string, { verb, at, block, result, extensions = {}, context = {} }: Said, number: number): Row {
  const definition = { type: COURSE_TYPE, extensions };
  const whole = { id: `${LMS}/course/${course}`, objectType: 'Activity', definition };
  return {
    id: `${actor}-${number}`,
    version: '1.0.3',
    actor: { objectType: 'Agent', account: { homePage: LMS, name: actor } },
    verb: { id: verb },
    object: block === undefined ? whole : { id: `${LMS}/xblock/${block}`, objectType: 'Activity', definition: { extensions } },
    ...(result === undefined ? {} : { result }),
    context: { extensions: context, ...(block === undefined ? {} : { contextActivities: { parent: [whole] } }) },
    timestamp: at,
  };
}

function holder(block: Row, type: string, kind: 'section' | 'subsection'): Row {
  const [place = '', name = ''] = String(block[kind]).split(' - ');
  return rawRow(block, block[`${kind}_block`], name, type, place, Number(block['course_order']) - (kind === 'section' ? 20 : 5));
}

function raw(block: Row): Row {
  const type = block['block_type'] === 'unit' ? 'vertical' : String(block['block_type']);
  return rawRow(block, block['block_id'], String(block['block_name']), type, String(block['location']), Number(block['course_order']));
}

function rawRow({ course_key, graded }: Row, location: unknown, name: string, type: string, place: string, order: number): Row {
  const [section, subsection, unit] = place.split(':').map(Number);
  const data = JSON.stringify({ block_type: type, section, subsection, unit, graded });
  return { course_key, location, display_name: name, order, xblock_data_json: data };
}
