/** An exploration as the dashboard lists it, with what a test says of it. */
export function listedExploration(id: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id,
    title: `About ${id}`,
    activity_type: 'exploration',
    category: 'Algebra',
    created_on_msec: 1593786508029.501,
    objective: 'o',
    language_code: 'en',
    last_updated_msec: 1593786607552.753,
    human_readable_contributors_summary: { ada: { num_commits: 3 } },
    status: 'public',
    ratings: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
    community_owned: false,
    tags: [],
    num_views: 1,
    thumbnail_icon_url: '/subjects/Algebra.svg',
    thumbnail_bg_color: '#cc4b00',
    num_open_threads: 0,
    num_total_threads: 0,
    ...more,
  };
}

/** A body of the dashboard handler. */
export function dashboardBody(explorations: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    explorations_list: explorations,
    collections_list: [],
    display_preference: 'card',
    dashboard_stats: { num_ratings: 2, average_ratings: 3.11, total_plays: 10, total_open_feedback: 0 },
    last_week_stats: null,
    subscribers_list: [{ subscriber_username: 'grace', subscriber_impact: 1 }],
    ...more,
  };
}

/** A body of the statistics handler with the counts of its states. */
export function statisticsBody(
  counts: readonly [starts: number, actualStarts: number, completions: number],
  states: Readonly<Record<string, Record<string, number>>> = {},
): Record<string, unknown> {
  const [starts, actualStarts, completions] = counts;
  return {
    exp_id: 'x',
    exp_version: 1,
    num_starts: starts,
    num_actual_starts: actualStarts,
    num_completions: completions,
    state_stats_mapping: states,
  };
}

/** One line of a session log. */
export function loggedEvent(
  event: string,
  session: string,
  afterSeconds: number,
  state: string | null,
  seconds?: number,
  exploration = 'exp1',
): Record<string, unknown> {
  const created_on = new Date(Date.UTC(2024, 2, 4, 9) + afterSeconds * 1000).toISOString();
  const isOld = ['start', 'leave', 'complete', 'state_hit'].includes(event);
  const keys = isOld ? { exploration_id: exploration, exploration_version: 1 } : { exp_id: exploration, exp_version: 1 };
  const time = seconds === undefined ? {} : { [isOld ? 'client_time_spent_in_secs' : 'time_spent_in_state_secs']: seconds };
  return { event, ...keys, session_id: session, state_name: state, created_on, event_schema_version: 2, ...time };
}

/** Events as NDJSON. */
export function ndjson(events: readonly unknown[]): string {
  return events.map((event) => JSON.stringify(event)).join('\n');
}

/** A body of `/createhandler/data/<id>`, version 7: each card with those to which its answers send. */
export function structureBody(
  first: string,
  next: Readonly<Record<string, readonly string[]>>,
): { states: Record<string, { interaction: Record<string, unknown> }>; [key: string]: unknown } {
  const outcome = (dest: string): Record<string, unknown> => ({ dest, dest_if_really_stuck: null, feedback: { html: '<p>…</p>' } });
  const states = Object.entries(next).map(([name, [other, ...more]]) => [
    name,
    {
      content: { html: '<p>…</p>' },
      interaction: {
        id: other === undefined ? 'EndExploration' : 'TextInput',
        answer_groups: more.map((dest) => ({ outcome: outcome(dest), rule_specs: [] })),
        default_outcome: other === undefined ? null : outcome(other),
      },
    },
  ]);
  return { exploration_id: 'exp1', version: 7, init_state_name: first, states: Object.fromEntries(states) };
}

/** A body of `/issuesdatahandler/<id>`: kinds and the card, or the cards, of each. */
export function issuesBody(...issues: readonly (readonly [kind: string, cards: string | readonly string[]])[]): {
  unresolved_issues: Record<string, unknown>[];
  [key: string]: unknown;
} {
  return {
    exp_id: 'exp1',
    exp_version: 7,
    unresolved_issues: issues.map(([issue_type, cards]) => ({
      issue_type,
      issue_customization_args: typeof cards === 'string' ? { state_name: { value: cards } } : { state_names: { value: cards } },
      playthrough_ids: ['exp1.a', 'exp1.b'],
      schema_version: 1,
      is_valid: true,
    })),
  };
}
