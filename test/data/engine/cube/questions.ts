import type {
  Aggregation,
  Clause,
  Dimension,
  MeasureUse,
  Metric,
  Params,
  Predicate,
  Value,
  ViewSpec,
} from '../../../../src/metrics/types.js';
import type { Random } from '../../../support/random.js';
import type { Rows } from '../../../support/tables.js';

/** A view and filters, as a reader would set them one after the other. */
export interface Question {
  readonly spec: ViewSpec;
  readonly clauses: readonly Clause[];
  readonly self?: string;
  readonly params?: Params;
}

const DAY = 86_400_000;
const START = Date.UTC(2024, 2, 20);
const COURSES = ['c1', 'c2', 'c3'];
const PEOPLE = Array.from({ length: 12 }, (_, at) => `p${at}`);
const BLOCKS = Array.from({ length: 6 }, (_, at) => `b${at}`);
const TRACKS = ['audit', 'verified', 'honor'];

const AGGREGATIONS: readonly Aggregation[] = [
  { op: 'count' },
  { op: 'countDistinct', field: 'actor_id' },
  { op: 'countDistinct', field: 'track' },
  { op: 'sum', field: 'course_grade' },
  { op: 'mean', field: 'course_grade' },
  { op: 'sum', field: 'days_inactive' },
  { op: 'mean', field: 'days_inactive' },
  { op: 'mean', field: 'listed' },
  { op: 'min', field: 'last_visit' },
  { op: 'max', field: 'days_inactive' },
  { op: 'same', field: 'days_inactive' },
  { op: 'quantile', field: 'course_grade', p: 0.5 },
  { op: 'countDistinct', field: 'days_inactive' },
  { op: 'ratio', of: { op: 'sum', field: 'days_inactive' }, over: { op: 'countDistinct', field: 'actor_id' } },
  { op: 'sum', field: 'passes' },
  { op: 'mean', field: 'passes' },
];

/** Metrics named by their place. */
export function metric(id: string): Metric | undefined {
  const aggregate = AGGREGATIONS[Number(id)];
  return aggregate === undefined ? undefined : { id, label: id, definition: id, unit: 'items', aggregate };
}

/** Learners, courses and what they did, unknown here and there. */
export function randomTables(random: Random): Readonly<Record<string, Rows>> {
  const maybe = <T extends Value>(value: T): T | null => (random.chance(0.15) ? null : value);
  const instant = (): number => START + random.below(30) * DAY + random.below(DAY);
  const rows = (length: number, row: () => Readonly<Record<string, Value>>): Rows => Array.from({ length }, row);
  const some = random.below(120);
  return {
    courses: COURSES.slice(0, 2).map((course_key) => ({ course_key, org: `org ${course_key}` })),
    blocks: BLOCKS.map((block_id) => ({ block_id, course_key: random.pick(COURSES), section: maybe(random.pick(['Week 1', 'Week 2'])) })),
    enrollments: rows(random.below(40), () => ({
      course_key: random.pick(COURSES),
      actor_id: random.pick(PEOPLE),
      track: maybe(random.pick(TRACKS)),
      course_grade: maybe(Math.round(random.next() * 100) / 100),
      days_inactive: maybe(random.below(20)),
      last_visit: maybe(instant()),
      listed: maybe(random.chance(0.5)),
    })),
    page_visits: rows(some, () => ({
      course_key: random.pick(COURSES),
      actor_id: random.pick(PEOPLE),
      block_id: maybe(random.pick(BLOCKS)),
      visited_at: maybe(instant()),
    })),
    problem_outcomes: rows(random.below(80), () => ({
      course_key: random.pick(COURSES),
      actor_id: random.pick(PEOPLE),
      block_id: random.pick(BLOCKS),
      attempts: maybe(random.below(5)),
      graded: maybe(random.chance(0.5)),
    })),
    video_segments: rows(random.below(60), () => {
      const from = random.below(30);
      return {
        course_key: random.pick(COURSES),
        actor_id: random.pick(PEOPLE),
        block_id: random.pick(BLOCKS),
        from_second: maybe(from),
        to_second: maybe(from + random.below(12) - 1),
        passes: maybe(1 + random.below(3)),
      };
    }),
  };
}

/** A view of one of these tables. */
export function randomSpec(random: Random, id: string): ViewSpec {
  const table = random.pick(['enrollments', 'enrollments', 'page_visits', 'page_visits', 'problem_outcomes', 'video_segments']);
  if (random.chance(0.12)) return rowsSpec(random, id, table);
  if (random.chance(0.1)) return secondsSpec(random, id);
  const by = Array.from({ length: random.pick([0, 1, 1, 1, 2, 3]) }, (_, at): Dimension => ({
    ...randomDimension(random, table),
    as: `by${at}`,
  }));
  const measures = Array.from({ length: 1 + random.below(3) }, (_, at): MeasureUse => ({
    metric: String(random.below(table === 'video_segments' ? AGGREGATIONS.length : AGGREGATIONS.length - 2)),
    as: `measure${at}`,
    ...(random.chance(0.3) ? { where: [randomPredicate(random, ['track', 'days_inactive', 'listed'])] } : {}),
    ...(random.chance(0.15) ? { over: 'course' as const } : {}),
    ...(random.chance(0.15) ? { running: true } : {}),
  }));
  if (random.chance(0.15)) {
    return {
      id,
      table,
      by: [{ field: random.pick(['actor_id', 'track']) }],
      measures: [{ metric: '9' }, { metric: '0' }, { metric: '3' }, { metric: '10' }],
      order: [{ column: '9', direction: 'desc' }, { column: '0' }],
      limit: random.below(6),
    };
  }
  if (random.chance(0.15)) return { id, table, by: [randomDimension(random, table)], measures: [{ metric: '0' }] };
  return {
    id,
    table,
    by,
    measures,
    ...(random.chance(0.5) ? { where: [{ field: 'listed', in: [true] }] } : {}),
    ...(random.chance(0.3) ? { order: [{ column: 'measure0', direction: random.pick(['asc', 'desc'] as const) }] } : {}),
    ...(random.chance(0.2) ? { limit: random.below(5) } : {}),
  };
}

/** A view of rows, as of the learners at risk. */
function rowsSpec(random: Random, id: string, table: string): ViewSpec {
  return {
    id,
    table,
    select: ['actor_id', 'track', { field: 'course_grade', as: 'grade' }, 'days_inactive', 'last_visit', 'org'],
    ...(random.chance(0.6) ? { where: [{ field: 'listed', in: [true] }] } : {}),
    ...(random.chance(0.7)
      ? { order: random.some([{ column: 'last_visit' }, { column: 'grade', direction: 'desc' as const }, { column: 'actor_id' }]) }
      : {}),
    ...(random.chance(0.3) ? { limit: random.below(6) } : {}),
  };
}

/** A view of the seconds that rows span. */
function secondsSpec(random: Random, id: string): ViewSpec {
  return {
    id,
    table: 'video_segments',
    ...(random.chance(0.5) ? { where: [{ field: 'listed', in: [true] }] } : {}),
    by: [{ field: 'from_second', as: 'second', bin: { kind: 'span', to: 'to_second' }, skipNull: random.chance(0.5) }],
    measures: [
      { metric: '13', as: 'views' },
      { metric: random.pick(['0', '14', '1', '3']), as: 'others', ...(random.chance(0.2) ? { running: true } : {}) },
    ],
  };
}

function randomDimension(random: Random, table: string): Dimension {
  const time = table === 'page_visits' && random.chance(0.6) ? 'visited_at' : 'last_visit';
  return random.pick<() => Dimension>([
    () => ({
      field: random.pick(['track', 'org', 'course_key', 'listed', 'actor_id', 'days_inactive', 'course_grade']),
      skipNull: random.chance(0.3),
    }),
    () => ({
      field: time,
      bin: { kind: 'period', fill: random.chance(0.5), ...(random.chance(0.5) ? { grain: 'week' as const } : {}) },
      skipNull: random.chance(0.5),
    }),
    () => ({ field: 'course_grade', bin: { kind: 'number', width: 0.1 } }),
    () => ({ field: 'days_inactive', bin: { kind: 'number', width: 7, from: 1 } }),
    () => ({ field: 'track', values: ['none', 'verified', null] }),
    () => ({ field: time, bin: { kind: 'period', grain: 'day' } }),
  ])();
}

/** A predicate on one of the fields. */
export function randomPredicate(random: Random, fields: readonly string[]): Predicate {
  const field = random.pick(fields);
  const from = START + random.below(30) * DAY + (random.chance(0.5) ? 0 : random.below(DAY));
  switch (field) {
    case 'visited_at':
    case 'last_visit':
      return { field, range: [from, from + random.below(12) * DAY] };
    case 'course_grade':
    case 'days_inactive':
    case 'attempts':
    case 'from_second':
    case 'video_segments.to_second': {
      if (random.chance(0.2)) return { field, in: [null, random.below(20)] };
      const low = field === 'course_grade' ? random.below(10) / 10 : random.below(20);
      return { field, range: [low, low + (field === 'course_grade' ? 0.3 : random.below(9))] };
    }
    case 'page_visits.block_id':
    case 'video_segments.block_id':
      return { field, in: random.some(BLOCKS) };
    case 'listed':
    case 'graded':
      return { field, in: random.some([true, false, null]) };
    case 'track':
      return { field, in: random.some([...TRACKS, 'none', null]) };
    case 'section':
      return { field, in: random.some(['Week 1', 'Week 2', null]) };
    case 'actor_id':
      return { field, in: random.some(PEOPLE) };
    default:
      return { field, in: random.some([...COURSES, 'org c1', null]) };
  }
}

function randomParams(random: Random, { select }: ViewSpec): Params {
  if (select === undefined) return { grain: random.pick(['day', 'week', 'month'] as const) };
  return random.pick<Params>([
    { search: random.pick(['P1', 'é', ' ', 'p']) },
    { limit: random.below(4), offset: random.below(4) },
    { sort: [{ column: 'days_inactive', direction: 'desc' }, { column: 'org' }] },
    { sort: [{ column: 'nonsense' }] },
    { offset: -1 },
  ]);
}

const FIELDS = [
  'track',
  'visited_at',
  'last_visit',
  'course_grade',
  'days_inactive',
  'org',
  'course_key',
  'actor_id',
  'section',
  'attempts',
  'graded',
  'page_visits.block_id',
  'from_second',
  'video_segments.to_second',
  'video_segments.block_id',
  'nonsense',
];

/** Questions about views in a row, in which one clause is moved, others are set and cleared, as on a dashboard. */
export function* randomQuestions(random: Random, specs: readonly ViewSpec[], steps: number): Generator<Question> {
  let clauses: Clause[] = [];
  for (let step = 0; step < steps; step++) {
    const origin = random.pick(['a', 'b', 'c', 'me']);
    const moved = clauses.at(-1);
    if (random.chance(0.15)) clauses = random.some(clauses);
    else if (moved !== undefined && random.chance(0.6))
      clauses = [...clauses.slice(0, -1), { ...randomPredicate(random, [moved.field]), origin: moved.origin }];
    else clauses = [...clauses, { ...randomPredicate(random, FIELDS), origin }];
    for (const spec of specs) {
      yield {
        spec,
        clauses,
        ...(random.chance(0.5) ? { self: 'me' } : {}),
        ...(random.chance(0.2) ? { params: randomParams(random, spec) } : {}),
      };
    }
  }
}
