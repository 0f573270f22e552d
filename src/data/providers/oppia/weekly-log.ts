import { datedSnapshot, lastWeekSnapshot } from '../../../metrics/dated-snapshot.js';
import type { DatedSnapshot } from '../../../metrics/dated-snapshot.js';
import { isDate } from '../../../metrics/week.js';
import type { Checked } from '../checked.js';

/**
 * `last_week_stats` of the dashboard. Null where there is none, where several keys lie side by side and where the numbers lie
 * flat; throws `invalid` where a number under the one date has a wrong type.
 */
export function readLastWeek(stats: Checked): DatedSnapshot | null {
  const snapshot = lastWeekSnapshot(stats.value);
  if (snapshot !== null) checkNumbers(stats);
  return snapshot;
}

/**
 * `weekly_creator_stats_list` of a creator's statistics: one snapshot a date, in the order of the log. Throws `invalid` for any other item.
 */
export function readWeeklyLog(userStats: Checked): DatedSnapshot[] {
  return userStats
    .get('weekly_creator_stats_list')
    .items()
    .map((item) => {
      const snapshot = datedSnapshot(item.value);
      if (snapshot === null || !isDate(snapshot.date)) throw item.unlike('one date (YYYY-MM-DD) with its numbers');
      checkNumbers(item);
      return snapshot;
    });
}

function checkNumbers(item: Checked): void {
  for (const [, numbers] of item.entries()) {
    numbers.get('total_plays').count();
    numbers.get('num_ratings').count();
    numbers.get('average_ratings').stars();
  }
}
