import type { DatedSnapshot } from '../../../metrics/dated-snapshot.js';
import type { RatingHistogram } from '../../../metrics/rating.js';
import { dashboardAverage } from '../../../metrics/rounding.js';
import type { Checked } from '../checked.js';
import { isExplorationId } from './handler-url.js';
import { readLastWeek } from './weekly-log.js';

/** One exploration as the dashboard lists it; numbers that are missing are unknown. */
export interface ListedExploration {
  readonly exploration: string;
  readonly title: string | null;
  readonly status: string | null;
  readonly category: string | null;
  /** Whose it is; unknown but for what the community owns: owners and editors are listed alike. */
  readonly ownership: 'community' | null;
  /** Starts of the latest version. */
  readonly plays: number | null;
  readonly openFeedback: number | null;
  readonly feedback: number | null;
  /** Epoch milliseconds. */
  readonly lastUpdated: number | null;
  /** All five numbers of stars; null where the host gives no ratings, or one of them as null. */
  readonly ratings: RatingHistogram | null;
}

/** What the creator dashboard says of the creator as a whole. */
export interface CreatorTotals {
  readonly plays: number | null;
  readonly averageRating: number | null;
  readonly ratings: number | null;
  readonly openFeedback: number | null;
  /** How many; who they are is not read. */
  readonly subscribers: number | null;
  readonly lastWeek: DatedSnapshot | null;
}

export interface Dashboard {
  readonly explorations: readonly ListedExploration[];
  readonly creator: CreatorTotals;
}

/**
 * The body of `/creatordashboardhandler/data`. Contributors, subscribers' names, thumbnails and suggestions are not read. Private
 * explorations and those that the creator merely edits stay. Throws `invalid` on a wrong type, an id that is none, or a second
 * exploration of one id.
 */
export function readDashboard(body: Checked): Dashboard {
  const seen = new Set<string>();
  const explorations = body
    .get('explorations_list')
    .required('a list')
    .items()
    .map((item) => readExploration(item, seen));
  const stats = body.get('dashboard_stats');
  const ratings = stats.known ? stats.get('num_ratings').count() : null;
  const subscribers = body.get('subscribers_list');
  return {
    explorations,
    creator: {
      plays: stats.known ? stats.get('total_plays').count() : null,
      averageRating: stats.known ? dashboardAverage(stats.get('average_ratings').stars(), ratings) : null,
      ratings,
      openFeedback: stats.known ? stats.get('total_open_feedback').count() : null,
      subscribers: subscribers.known ? subscribers.items().length : null,
      lastWeek: readLastWeek(body.get('last_week_stats')),
    },
  };
}

function readExploration(item: Checked, seen: Set<string>): ListedExploration {
  const id = item.get('id');
  const exploration = id.name();
  if (!isExplorationId(exploration)) throw id.unlike('1 to 12 letters, digits, - or _');
  if (seen.has(exploration)) throw id.unlike('an id that no other exploration has');
  seen.add(exploration);
  return {
    exploration,
    title: item.get('title').text(),
    status: item.get('status').text(),
    category: item.get('category').text(),
    ownership: item.get('community_owned').flag() === true ? 'community' : null,
    plays: item.get('num_views').count(),
    openFeedback: item.get('num_open_threads').count(),
    feedback: item.get('num_total_threads').count(),
    lastUpdated: item.get('last_updated_msec').milliseconds(),
    ratings: readHistogram(item.get('ratings')),
  };
}

function readHistogram(ratings: Checked): RatingHistogram | null {
  if (!ratings.known) return null;
  const histogram: Record<string, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const [stars, each] of ratings.entries()) {
    if (!Object.hasOwn(histogram, stars)) continue;
    const count = each.count();
    if (count === null) return null;
    histogram[stars] = count;
  }
  return histogram;
}
