const NOW = Date.parse('2026-11-16T09:00:00Z');
const TITLES = [
  'Fractions: parts of a whole',
  'What is a ratio?',
  'Negative numbers on a number line',
  'The solar system',
  'Photosynthesis',
  'Adding decimals',
];
const CARDS = ['Introduction', 'Equal parts', 'Name the parts', 'Half of a half', 'End'];
const ZERO = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };

/** Snapshots of the total of plays by date: the second of November is missing, the total of the ninth went down. */
const SNAPSHOTS: readonly (readonly [date: string, plays: number])[] = [
  ['2026-09-28', 100],
  ['2026-10-05', 130],
  ['2026-10-12', 180],
  ['2026-10-19', 210],
  ['2026-10-26', 260],
  ['2026-11-09', 400],
  ['2026-11-16', 380],
];

/** What Oppia's handlers answer for a creator, with statistics of cards and the weekly log. */
export function creatorReport(
  count: number,
  options: { ratings?: boolean; feedback?: boolean; statistics?: boolean } = {},
): Record<string, unknown> {
  const ids = Array.from({ length: count }, (_, at) => idOf(at));
  return {
    dashboard: {
      explorations_list: ids.map((id, at) => ({
        id,
        title: TITLES[at % TITLES.length],
        status: at === 5 ? 'private' : 'public',
        category: at % 2 === 0 ? 'Mathematics' : 'Science',
        ratings: options.ratings === false ? ZERO : { 1: at % 3, 2: 1, 3: 2, 4: 5 + (at % TITLES.length), 5: 9 },
        num_views: startsOf(at),
        num_open_threads: at % 100,
        num_total_threads: (at % 100) + 2,
        last_updated_msec: NOW,
        created_on_msec: NOW - 9_000_000_000,
      })),
      dashboard_stats: { num_ratings: 17, average_ratings: 4.29, total_plays: 1080, total_open_feedback: 3 },
      last_week_stats: { '2026-11-09': { num_ratings: 15, average_ratings: 4.31, total_plays: 1019 } },
      subscribers_list: [{ subscriber_username: 'grace', subscriber_impact: 1 }],
    },
    statistics: Object.fromEntries(options.statistics === false ? [] : ids.map((id, at) => [id, statistics(id, startsOf(at))])),
    ...(options.feedback === true
      ? { feedback: Object.fromEntries(ids.map((id, at) => [id, { feedback_thread_dicts: threads(id, at) }])) }
      : {}),
    user_stats: {
      weekly_creator_stats_list: SNAPSHOTS.map(([date, plays]) => ({
        [date]: { num_ratings: 10, average_ratings: 4.2, total_plays: plays },
      })),
    },
  };
}

/** One exploration of a host that supplies groups of its learners: two small ones by age, none by language. */
export function withGroups(): { explorations: readonly Record<string, unknown>[] } {
  const demographics = {
    age: { 'under 12': 4, '12 to 14': 210, '15 to 17': 96, '18 and over': 7 },
    language: { English: 180, Hindi: 92, Swahili: 45 },
  };
  return { explorations: [{ id: 'exp0001', title: TITLES[0], num_starts: 400, num_completions: 220, num_learners: 317, demographics }] };
}

/** Of the first exploration two threads about one card, one about another, one about none of them; of the others one. */
function threads(id: string, at: number): readonly Record<string, unknown>[] {
  const thread = (name: string, status: string, subject: string, state: string | null): Record<string, unknown> => ({
    thread_id: `exploration.${id}.${name}`,
    status,
    subject,
    state_name: state,
    message_count: 2,
    last_updated_msecs: NOW - 86_400_000,
    original_author_username: 'learner-name',
  });
  if (at > 0) return [thread('a', 'open', 'I am stuck', 'Introduction')];
  return [
    thread('a', 'open', 'The third picture shows four parts', 'Equal parts'),
    thread('b', 'fixed', 'Is 2/4 not right, too?', 'Equal parts'),
    thread('c', 'open', 'The hint does not help', 'Half of a half'),
    thread('d', 'compliment', 'Thank you', null),
  ];
}

/** The statistics of one of these explorations. */
export function countedCards(id: string): Record<string, unknown> {
  return statistics(id, startsOf(Number(id.slice(id.indexOf('_') + 1)) - 1));
}

/** Oppia's ids have twelve letters at most. */
function idOf(at: number): string {
  return at < 99_999 ? `story_${String(at + 1).padStart(4, '0')}` : `s_${at + 1}`;
}

function startsOf(at: number): number {
  const round = at % TITLES.length;
  return round === 4 ? 12 : 340 - round * 50;
}

function statistics(id: string, starts: number): Record<string, unknown> {
  const counts = CARDS.map((name, at): readonly [string, Record<string, number>] => {
    const reached = Math.round(starts * (1 - at * 0.14));
    const isEnd = at === CARDS.length - 1;
    return [
      name,
      {
        total_answers_count: isEnd ? 0 : Math.round(reached * 1.6),
        useful_feedback_count: isEnd ? 0 : Math.round(reached * 0.4),
        total_hit_count: reached + 10,
        first_hit_count: reached,
        num_times_solution_viewed: isEnd ? 0 : Math.round(reached * 0.1 * at),
        num_completions: isEnd ? 0 : Math.round(starts * (0.86 - at * 0.14 - (at === 2 ? 0.06 : 0))),
      },
    ];
  });
  return {
    exp_id: id,
    exp_version: 1,
    num_starts: starts,
    num_actual_starts: Math.round(starts * 0.9),
    num_completions: Math.round(starts * 0.44),
    state_stats_mapping: Object.fromEntries(counts),
  };
}
