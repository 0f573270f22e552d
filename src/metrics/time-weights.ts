/** What averages of engagement times are weighted by. */
export type TimeWeighting = 'sessions' | 'starts' | 'equal';

/** An average time of an exploration, or of a week of it, with what it may be weighted by. Null is unknown. */
export interface TimedAverage {
  readonly average: number | null;
  /** Sessions whose time is known; left out where hosts tell no number of sessions at all. */
  readonly timed?: number | null;
  readonly starts: number | null;
}

/**
 * What an average of averages is weighted by: sessions whose time is known, where that is told of any of them; else starts where every
 * average comes with them; else nothing, each counting the same.
 */
export function timeWeighting(averages: readonly TimedAverage[]): TimeWeighting {
  const known = averages.filter(({ average }) => average !== null);
  if (known.some(({ timed = null }) => timed !== null)) return 'sessions';
  return known.every(({ starts }) => starts !== null) ? 'starts' : 'equal';
}

/** The weight of each average; null where there is no average, and where of one of several it is not told of how many sessions it is. */
export function timeWeights(averages: readonly TimedAverage[]): readonly (number | null)[] {
  const by = timeWeighting(averages);
  return averages.map(({ average, timed = null, starts }) => {
    if (average === null) return null;
    return by === 'equal' ? 1 : by === 'starts' ? starts : timed;
  });
}
