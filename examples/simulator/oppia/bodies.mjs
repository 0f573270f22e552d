import { personOf } from '../people.mjs';
import { Random } from '../random.mjs';
import { feedbackOf } from './feedback.mjs';
import { tallyOf } from './tally.mjs';
import { weeklySnapshots } from './weekly.mjs';
import { CREATOR } from './world.mjs';

/** @typedef {import('./tally.mjs').ExplorationTally} ExplorationTally */
/** @typedef {import('./world.mjs').OppiaWorld} OppiaWorld */

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * @param {readonly number[]} ratings histogram of one to five stars
 * @returns {number | null}
 */
function meanRating(ratings) {
  const count = sum(ratings);
  return count === 0 ? null : sum(ratings.map((number, index) => number * (index + 1))) / count;
}

/** @param {number} value */
function toCents(value) {
  return Math.round(value * 100) / 100;
}

/** The bodies of a host's handlers, counted once from the sessions of a world. */
export class OppiaBodies {
  /** @param {OppiaWorld} world */
  constructor(world) {
    this.world = world;
    this.tally = tallyOf(world);
    this.snapshots = weeklySnapshots(world);
    this.threads = new Map([...this.tally].map(([id, tally]) => [id, feedbackOf(world.seed, tally)]));
  }

  /** Body of `/creatordashboardhandler/data`. */
  dashboard() {
    const list = [...this.tally.values()].map((tally) => this.#explorationSummary(tally));
    list.sort((a, b) => b.num_open_threads - a.num_open_threads || b.last_updated_msec - a.last_updated_msec);
    const owned = [...this.tally.values()].filter((tally) => tally.exploration.owned);
    const ratings = [0, 1, 2, 3, 4].map((star) => sum(owned.map((tally) => tally.ratings[star] ?? 0)));
    const average = meanRating(ratings);
    return {
      explorations_list: list,
      collections_list: [],
      dashboard_stats: {
        num_ratings: sum(ratings),
        average_ratings: average === null ? null : toCents(average),
        total_plays: sum(owned.map((tally) => tally.allStarts)),
        total_open_feedback: sum(owned.map((tally) => this.openThreads(tally.exploration.id))),
      },
      last_week_stats: this.snapshots.at(-1) ?? null,
      subscribers_list: Array.from({ length: 23 }, (_, index) => ({
        subscriber_picture_data_url: '',
        subscriber_username: personOf(this.world.seed, index).username,
        subscriber_impact: 0,
      })),
      display_preference: 'card',
      threads_for_created_suggestions_list: [],
      threads_for_suggestions_to_review_list: [],
      created_suggestions_list: [],
      suggestions_to_review_list: [],
      topic_summary_dicts: [],
    };
  }

  /**
   * Body of `/createhandler/statistics/<id>`.
   * @param {string} id of an exploration of the world
   */
  statistics(id) {
    const tally = this.#tallyOf(id);
    return {
      exp_id: id,
      exp_version: tally.exploration.versions.at(-1)?.version ?? 1,
      num_starts: tally.starts,
      num_actual_starts: tally.actualStarts,
      num_completions: tally.completions,
      state_stats_mapping: Object.fromEntries(tally.states),
    };
  }

  /**
   * Body of `/feedbackstatshandler/<id>`.
   * @param {string} id
   */
  feedbackStats(id) {
    return { num_open_threads: this.openThreads(id), num_total_threads: this.threads.get(id)?.length ?? 0 };
  }

  /**
   * Body of `/threadlisthandler/<id>`.
   * @param {string} id
   */
  threadList(id) {
    return { feedback_thread_dicts: this.threads.get(id) ?? [] };
  }

  /**
   * Body of `/createhandler/data/<id>`, without what the cards say: where each sends those who answer.
   * @param {string} id
   */
  structure(id) {
    const { exploration } = this.#tallyOf(id);
    const outcome = (/** @type {string} */ dest) => ({ dest, dest_if_really_stuck: null });
    const cards = exploration.states.map(({ name, remedial }, at) => {
      const next = exploration.states[at + 1]?.name ?? exploration.lastState;
      const interaction = { id: 'TextInput', answer_groups: [{ outcome: outcome(next) }], default_outcome: outcome(remedial ?? name) };
      return [name, { interaction }];
    });
    const end = [exploration.lastState, { interaction: { id: 'EndExploration', answer_groups: [], default_outcome: null } }];
    return {
      exploration_id: id,
      title: exploration.title,
      version: this.statistics(id).exp_version,
      init_state_name: exploration.states[0]?.name ?? exploration.lastState,
      states: Object.fromEntries([...cards, end]),
    };
  }

  /**
   * Body of `/issuesdatahandler/<id>`: states that at least three learners quit early or failed three times, at most five
   * playthroughs each.
   * @param {string} id
   */
  issues(id) {
    const tally = this.#tallyOf(id);
    const random = new Random(this.world.seed, 'issues', id);
    const playthroughs = (/** @type {number} */ count) => Array.from({ length: Math.min(5, count) }, () => `${id}.${random.hex(16)}`);
    const many = (/** @type {Map<string, number>} */ counts) => [...counts].filter(([, count]) => count >= 3);
    const earlyQuits = many(tally.earlyQuits).map(([state, count]) => ({
      issue_type: 'EarlyQuit',
      issue_customization_args: { state_name: { value: state }, time_spent_in_exp_in_msecs: { value: 200_000 } },
      playthrough_ids: playthroughs(count),
      schema_version: 1,
      is_valid: true,
    }));
    const failures = many(tally.wrongRuns).map(([state, count]) => ({
      issue_type: 'MultipleIncorrectSubmissions',
      issue_customization_args: { state_name: { value: state }, num_times_answered_incorrectly: { value: 3 } },
      playthrough_ids: playthroughs(count),
      schema_version: 1,
      is_valid: true,
    }));
    return { exp_id: id, exp_version: this.statistics(id).exp_version, unresolved_issues: [...earlyQuits, ...failures] };
  }

  /** The creator's `UserStatsModel`, which no handler of Oppia serves: a host may hand it over. */
  userStats() {
    const { dashboard_stats: stats } = this.dashboard();
    return {
      impact_score: null,
      total_plays: stats.total_plays,
      average_ratings: stats.average_ratings,
      num_ratings: stats.num_ratings,
      weekly_creator_stats_list: this.snapshots,
      schema_version: 1,
    };
  }

  /** Body of `/creatorengagementstats/<creator_id>`: the explorations that the creator owns. */
  engagementStats() {
    const owned = [...this.tally.values()].filter((tally) => tally.exploration.owned);
    const weeks = [...new Set(owned.flatMap((tally) => [...tally.weeks.keys()]))].sort();
    return { creator_id: CREATOR.id, explorations: owned.map((tally) => this.#engagement(tally, weeks)) };
  }

  /** @param {string} id */
  openThreads(id) {
    return (this.threads.get(id) ?? []).filter((thread) => thread.status === 'open').length;
  }

  /**
   * @param {string} id
   * @returns {ExplorationTally}
   */
  #tallyOf(id) {
    const tally = this.tally.get(id);
    if (tally === undefined) throw new RangeError(`No exploration has the id ${id}.`);
    return tally;
  }

  /** @param {ExplorationTally} tally */
  #explorationSummary(tally) {
    const { exploration } = tally;
    return {
      id: exploration.id,
      title: exploration.title,
      activity_type: 'exploration',
      category: exploration.category,
      created_on_msec: exploration.createdAt + 0.501,
      objective: exploration.objective,
      language_code: exploration.language,
      last_updated_msec: exploration.updatedAt + 0.25,
      human_readable_contributors_summary: { [exploration.owned ? 'amara_okafor' : 'jonas_weber']: { num_commits: 3 } },
      status: exploration.status,
      ratings: Object.fromEntries(tally.ratings.map((count, index) => [String(index + 1), count])),
      community_owned: false,
      tags: exploration.tags,
      thumbnail_icon_url: '/subjects/Lightbulb.svg',
      thumbnail_bg_color: '#1f6f78',
      num_views: tally.starts,
      num_open_threads: this.openThreads(exploration.id),
      num_total_threads: this.threads.get(exploration.id)?.length ?? 0,
    };
  }

  /**
   * A week in which an exploration was not started is told as 0, as it is known.
   * @param {ExplorationTally} tally
   * @param {readonly string[]} weeks
   */
  #engagement(tally, weeks) {
    const none = { starts: 0, completions: 0, seconds: 0, timed: 0 };
    const seconds = tally.engagementSeconds;
    const isTimed = seconds.length > 0;
    return {
      id: tally.exploration.id,
      title: tally.exploration.title,
      average_engagement_time: isTimed ? sum(seconds) / seconds.length : null,
      min_engagement_time: isTimed ? seconds.reduce((least, value) => Math.min(least, value)) : null,
      max_engagement_time: isTimed ? seconds.reduce((most, value) => Math.max(most, value)) : null,
      completion_rate: tally.starts === 0 ? null : Math.min(1, tally.completions / tally.starts),
      num_learners: tally.learners.size,
      hint_views: tally.hintViews,
      solution_views: tally.solutionViews,
      num_attempts: tally.attempts,
      num_starts: tally.starts,
      num_actual_starts: tally.actualStarts,
      num_completions: tally.completions,
      average_rating: meanRating(tally.ratings),
      num_ratings: sum(tally.ratings),
      num_views: tally.starts,
      num_feedback: this.threads.get(tally.exploration.id)?.length ?? 0,
      weekly: weeks
        .map((week) => ({ week, ...(tally.weeks.get(week) ?? none) }))
        .map(({ week, starts, completions, seconds: all, timed }) => ({
          week,
          num_starts: starts,
          num_completions: completions,
          average_engagement_time: timed === 0 ? null : all / timed,
        })),
    };
  }
}
