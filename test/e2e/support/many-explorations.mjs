/** Oppia's handlers for a creator with very many explorations, answered inside the browser's context. */

const DASHBOARD = '**/creatordashboardhandler/data';
const STATISTICS = '**/createhandler/statistics/*';

/** Ids of so many explorations. */
export function idsOf(count) {
  return Array.from({ length: count }, (_, at) => `exp${String(at).padStart(5, '0')}`);
}

/** The place of an exploration in the list, from its id. */
const placeOf = (id) => Number(id.slice(3));

/** Starts of an exploration: all different, none in the order of the list. */
export const startsOf = (at, count) => 20 + ((at * 7919) % count);

function dashboard(count) {
  return {
    explorations_list: idsOf(count).map((id, at) => ({
      id,
      title: `Exploration ${at}`,
      category: at % 2 === 0 ? 'Algebra' : 'Music',
      status: 'public',
      num_views: count - at,
      num_open_threads: at % 3,
      num_total_threads: at % 5,
      last_updated_msec: 1_593_786_607_552.753 + at,
      ratings: { 1: 0, 2: 1, 3: 2, 4: 3, 5: at % 7 },
    })),
    dashboard_stats: { num_ratings: 2, average_ratings: 3.11, total_plays: 10, total_open_feedback: 0 },
    last_week_stats: null,
    subscribers_list: [],
  };
}

function statistics(id, count, states) {
  const at = placeOf(id);
  const starts = startsOf(at, count);
  const shown = Array.from({ length: states }, (_, state) => {
    const hits = Math.max(1, starts - state);
    const counts = {
      total_hit_count: hits,
      first_hit_count: hits,
      total_answers_count: hits + (at % 11),
      num_completions: Math.floor(hits / 2),
    };
    return [`State ${state}`, { ...counts, useful_feedback_count: 1, num_times_solution_viewed: 1 }];
  });
  const states_ = Object.fromEntries(shown);
  return {
    exp_id: id,
    exp_version: 1,
    num_starts: starts,
    num_actual_starts: starts - 5,
    num_completions: Math.floor(starts / 3),
    state_stats_mapping: states_,
  };
}

/**
 * Routes the handlers of a creator with `count` explorations of `states` states. `asked` has the ids whose statistics were asked
 * for, `mostAtOnce` how many calls there ever were at once; `hold()` lets further calls wait until `release()`; `refuse` is the
 * ids that are answered by an error.
 */
export async function manyExplorations(page, { count, states = 3 }) {
  const host = { asked: [], mostAtOnce: 0, underWay: 0, refuse: new Set(), gate: undefined, open: undefined, dashboards: 0 };
  const body = (value) => ({ contentType: 'application/json; charset=utf-8', body: `)]}'\n${JSON.stringify(value)}` });
  await page.route(DASHBOARD, (route) => {
    host.dashboards++;
    return route.fulfill(body(dashboard(count)));
  });
  await page.route(STATISTICS, async (route) => {
    const id = new URL(route.request().url()).pathname.split('/').at(-1);
    host.asked.push(id);
    host.mostAtOnce = Math.max(host.mostAtOnce, ++host.underWay);
    await host.gate;
    host.underWay--;
    const reply = host.refuse.has(id) ? { ...body({ error: 'gone' }), status: 404 } : body(statistics(id, count, states));
    await route.fulfill(reply).catch(() => undefined);
  });
  return Object.assign(host, {
    hold() {
      host.gate = new Promise((open) => (host.open = open));
    },
    release() {
      host.open?.();
      host.gate = undefined;
    },
  });
}
