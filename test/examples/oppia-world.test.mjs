import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OppiaBodies } from '../../examples/simulator/oppia/bodies.mjs';
import { OppiaWorld } from '../../examples/simulator/oppia/world.mjs';

const world = new OppiaWorld({ seed: 3, events: 12_000 });
const bodies = new OppiaBodies(world);
const log = [...world.events()].map(({ event }) => event);
const reverted = world.explorations.find((exploration) => exploration.revertedVersions.length > 0);

/** @param {Record<string, unknown>} event */
function explorationOf(event) {
  return event['exploration_id'] ?? event['exp_id'];
}

/**
 * Events of a name in one exploration, without those of versions that were reverted.
 * @param {string} id
 * @param {string} name
 */
function counted(id, name) {
  const lost = world.explorations.find((exploration) => exploration.id === id)?.revertedVersions ?? [];
  return log.filter((event) => {
    const version = Number(event['exploration_version'] ?? event['exp_version']);
    return explorationOf(event) === id && event['event'] === name && !lost.includes(version);
  });
}

describe('the simulated Oppia', () => {
  it('is the same for a seed and differs for another', () => {
    const text = (/** @type {number} */ seed) => JSON.stringify([...new OppiaWorld({ seed, events: 800 }).events()]);
    assert.equal(text(5), text(5));
    assert.notEqual(text(5), text(6));
  });

  for (const events of [2000, 20_000, 100_000]) {
    it(`holds about ${events} events if asked for them`, () => {
      let count = 0;
      for (const event of new OppiaWorld({ seed: 11, events }).events()) count += event.at > 0 ? 1 : 0;
      assert.ok(Math.abs(count / events - 1) < 0.15, `${count} events`);
    });
  }

  it('writes its log in order of time, up to now', () => {
    const times = log.map((event) => Date.parse(String(event['created_on'])));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
    );
    assert.ok((times.at(-1) ?? 0) <= world.now);
  });

  it('has ids that Oppia accepts, private explorations, and some that the creator merely edits', () => {
    for (const { id } of world.explorations) assert.match(id, /^[a-zA-Z0-9\-_]{1,12}$/);
    assert.ok(world.explorations.some((exploration) => exploration.status === 'private'));
    assert.ok(world.explorations.some((exploration) => !exploration.owned));
    assert.ok(world.explorations.some((exploration) => exploration.title.length > 60));
  });

  it('writes both families of keys', () => {
    const names = (/** @type {string} */ key) => new Set(log.filter((event) => key in event).map((event) => event['event']));
    assert.deepEqual(names('exploration_id'), new Set(['start', 'state_hit', 'leave', 'complete', 'rate']));
    assert.deepEqual(
      names('exp_id'),
      new Set(['actual_start', 'answer_submitted', 'solution_hit', 'state_complete', 'leave_for_refresher']),
    );
  });

  it('has sessions that leave twice, that give up without leaving, and that idle for hours', () => {
    const leaves = new Map();
    for (const event of log) {
      if (event['event'] === 'leave') leaves.set(event['session_id'], (leaves.get(event['session_id']) ?? 0) + 1);
    }
    assert.ok([...leaves.values()].some((count) => count > 1));
    const silent = [...world.sessions()].filter(
      (session) => session.gaveUpIn !== undefined && session.events.at(-1)?.event['event'] === 'answer_submitted',
    );
    assert.ok(silent.length > 0);
    assert.ok(log.some((event) => Number(event['time_spent_in_state_secs']) > 2 * 3600));
  });

  it('never puts a time on completions, as Oppia does not', () => {
    for (const event of log) {
      if (event['event'] === 'state_complete') assert.ok(Number(event['time_spent_in_state_secs']) < 0.01);
      if (event['event'] === 'complete') assert.equal(event['client_time_spent_in_secs'], 0);
    }
  });
});

describe('the statistics of the simulated Oppia', () => {
  for (const { id } of world.explorations) {
    it(`are the sums of the event log: ${id}`, () => {
      const statistics = bodies.statistics(id);
      assert.equal(statistics.num_starts, counted(id, 'start').length);
      assert.equal(statistics.num_actual_starts, counted(id, 'actual_start').length);
      assert.equal(statistics.num_completions, counted(id, 'complete').length);
      const inState = (/** @type {string} */ name, /** @type {string} */ state) =>
        counted(id, name).filter((event) => event['state_name'] === state);
      for (const [state, counts] of Object.entries(statistics.state_stats_mapping)) {
        assert.equal(counts.total_hit_count, inState('state_hit', state).length, `hits of ${state}`);
        assert.equal(counts.total_answers_count, inState('answer_submitted', state).length, `answers in ${state}`);
        assert.equal(counts.num_times_solution_viewed, inState('solution_hit', state).length, `solutions of ${state}`);
        assert.equal(counts.num_completions, inState('state_complete', state).length, `completions of ${state}`);
        assert.equal(counts.first_hit_count, new Set(inState('state_hit', state).map((event) => event['session_id'])).size);
        assert.ok(counts.useful_feedback_count <= counts.total_answers_count);
        assert.ok(counts.useful_feedback_count >= inState('answer_submitted', state).filter((event) => event['is_feedback_useful']).length);
      }
    });
  }

  it('went down after a revert, while the plays of the creator did not', () => {
    assert.ok(reverted !== undefined);
    const all = log.filter((event) => event['event'] === 'start' && event['exploration_id'] === reverted.id).length;
    assert.ok(bodies.statistics(reverted.id).num_starts < all);
    const owned = new Set(world.explorations.filter((exploration) => exploration.owned).map((exploration) => exploration.id));
    const plays = log.filter((event) => event['event'] === 'start' && owned.has(String(event['exploration_id']))).length;
    assert.equal(bodies.dashboard().dashboard_stats.total_plays, plays);
  });

  it('count each rating once, the newest of a learner', () => {
    for (const summary of bodies.dashboard().explorations_list) {
      const rated = log.filter((event) => event['event'] === 'rate' && event['exploration_id'] === summary.id);
      const learners = rated.filter((event) => event['old_rating'] === null).length;
      const total = Object.values(summary.ratings).reduce((sum, count) => sum + Number(count), 0);
      assert.equal(total, learners);
      assert.ok(Object.values(summary.ratings).every((count) => Number(count) >= 0));
    }
  });

  it('agree between the list, the threads and the feedback counters', () => {
    for (const summary of bodies.dashboard().explorations_list) {
      const threads = bodies.threadList(summary.id).feedback_thread_dicts;
      assert.equal(summary.num_total_threads, threads.length);
      assert.equal(summary.num_open_threads, threads.filter((thread) => thread.status === 'open').length);
      assert.deepEqual(bodies.feedbackStats(summary.id), {
        num_open_threads: summary.num_open_threads,
        num_total_threads: summary.num_total_threads,
      });
      assert.equal(summary.num_views, bodies.statistics(summary.id).num_starts);
    }
  });

  it('list explorations by open threads, then by last change', () => {
    const keys = bodies.dashboard().explorations_list.map((one) => [one.num_open_threads, one.last_updated_msec]);
    assert.deepEqual(
      keys,
      [...keys].sort((a, b) => b[0] - a[0] || b[1] - a[1]),
    );
  });

  it('name issues only where three learners had them, five playthroughs at most', () => {
    const issues = world.explorations.flatMap(({ id }) => bodies.issues(id).unresolved_issues);
    assert.ok(issues.length > 0);
    for (const issue of issues) assert.ok(issue.playthrough_ids.length >= 3 && issue.playthrough_ids.length <= 5);
  });
});

describe('the weekly snapshots', () => {
  const dates = bodies.snapshots.map((snapshot) => Object.keys(snapshot)[0] ?? '');
  const plays = bodies.snapshots.map((snapshot) => Object.values(snapshot)[0]?.total_plays ?? 0);

  it('are of Mondays before now, with one week missing and one date twice', () => {
    for (const date of dates) assert.equal(new Date(date).getUTCDay(), 1);
    const steps = dates.slice(1).map((date, index) => (Date.parse(date) - Date.parse(dates[index] ?? '')) / 86_400_000);
    assert.equal(steps.filter((days) => days === 14).length, 1);
    assert.equal(steps.filter((days) => days === 0).length, 1);
    assert.equal(steps.filter((days) => days === 7).length, steps.length - 2);
    assert.ok(Date.parse(dates.at(-1) ?? '') < world.now);
  });

  it('go up but for one decrease', () => {
    const falls = plays.slice(1).filter((value, index) => value < (plays[index] ?? 0));
    assert.equal(falls.length, 1);
  });

  it('lack the number of ratings where they are old, and the last is what the dashboard calls last week', () => {
    assert.ok(!('num_ratings' in (Object.values(bodies.snapshots[0] ?? {})[0] ?? {})));
    assert.ok('num_ratings' in (Object.values(bodies.snapshots.at(-1) ?? {})[0] ?? {}));
    assert.deepEqual(bodies.dashboard().last_week_stats, bodies.snapshots.at(-1));
  });

  it('end with the starts of owned explorations up to that Monday, 09:00', () => {
    const until = Date.parse(`${dates.at(-1)}T09:00:00Z`);
    const owned = new Set(world.explorations.filter((exploration) => exploration.owned).map((exploration) => exploration.id));
    const starts = log.filter(
      (event) =>
        event['event'] === 'start' && owned.has(String(event['exploration_id'])) && Date.parse(String(event['created_on'])) <= until,
    );
    assert.equal(plays.at(-1), starts.length);
  });
});

describe('engagement as the host counts it', () => {
  it('is the dwell by answers and the last leave, single gaps cut at half an hour', () => {
    const session = [...world.sessions()].find((one) => one.completed && one.events.length < 40);
    assert.ok(session !== undefined);
    let total = 0;
    let before = 0;
    for (const { event } of session.events) {
      if (event['event'] === 'state_hit') before = 0;
      if (event['event'] !== 'answer_submitted') continue;
      total += Math.min(Number(event['time_spent_in_state_secs']) - before, 1800);
      before = Number(event['time_spent_in_state_secs']);
    }
    assert.ok(Math.abs(total - (session.activeSeconds ?? 0)) < 1e-9);
  });

  it('is unknown, not 0, without an answer and without a play', () => {
    for (const session of world.sessions()) {
      const answers = session.events.filter(({ event }) => event['event'] === 'answer_submitted').length;
      assert.equal(session.activeSeconds === undefined, answers === 0);
    }
    const unplayed = bodies.engagementStats().explorations.find((exploration) => exploration.num_starts === 0);
    assert.equal(unplayed?.average_engagement_time, null);
    assert.equal(unplayed?.completion_rate, null);
  });

  it('lists only explorations that the creator owns', () => {
    const owned = world.explorations.filter((exploration) => exploration.owned).map((exploration) => exploration.id);
    assert.deepEqual(
      bodies.engagementStats().explorations.map((exploration) => exploration.id),
      owned,
    );
  });
});
