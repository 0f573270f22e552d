/** One event of one learner's player on one video, at `time` (epoch ms). */
export interface PlayerEvent {
  readonly verb: 'played' | 'paused' | 'seeked' | 'completed' | 'terminated';
  readonly time: number;
  /** Second of the video; null where the statement names none. */
  readonly position: number | null;
  /** Seconds the video is long, if known. */
  readonly length: number | null;
}

/** Whole seconds of a video, both ends included, watched from an event on. */
export interface WatchedInterval {
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly length: number | null;
}

/** Seconds watched equally often by one learner, both ends included. */
export interface WatchedRun {
  readonly from: number;
  readonly to: number;
  readonly passes: number;
}

/** No video is longer than a day; every second of a view is counted, so that what is beyond has to be told from a video. */
export const LONGEST_VIDEO = 86_400;

/** Share of the seconds of a video from which on it counts as watched whole. */
const ENTIRE_SHARE = 0.95;

/**
 * What one learner watched of one video. Each `played` goes with the last `paused`, `seeked`, `completed` or `terminated` strictly
 * after it and strictly before the next `played`; `played` at 10 and `paused` at 12.3 is 10 to 13. A view that does not move
 * forward is none, and second 0 counts as second 1. `events` in order of time, then id.
 *
 * A `completed` without a position ends at the video's length, whose last second is begun (10.9 is 11); other events without one, or before
 * the video, are at 0. Play pressed where the view before it ended, or later in that second, goes on: the second of the pause belongs to
 * that view alone (0 to 60.3, then 60.3 to 195: 1 to 61 and 62 to 195). Play pressed at the very end starts the video over.
 * `longest` is the length that others tell, for events that tell none.
 *
 * Under `aspects-v8` (facts 3.2 and 3.3) a `completed` without a position is at 0, too, so that the view is lost; the second of a pause is
 * in both views, and play pressed within the last second starts the video over.
 */
export function watchedIntervals(events: readonly PlayerEvent[], rules?: 'aspects-v8', longest: number | null = null): WatchedInterval[] {
  const intervals: WatchedInterval[] = [];
  let start: PlayerEvent | undefined;
  let ends: PlayerEvent[] = [];
  let stopped: number | null = null;
  const close = (nextPlay: number): void => {
    const end = ends.findLast((event) => event.time < nextPlay);
    if (start === undefined || end === undefined) return;
    const from = startSecond(start.position, start.length ?? longest, rules);
    const to = endSecond(end, start.length ?? longest, rules);
    if (to <= from) return;
    const goesOn = rules === undefined && from === intervals.at(-1)?.to && stopped !== null && stopped <= hundredths(start.position ?? 0);
    intervals.push({ time: start.time, from: Math.max(goesOn ? from + 1 : from, 1), to, length: start.length ?? end.length ?? longest });
    stopped = end.position === null ? null : hundredths(end.position);
  };
  for (const event of events) {
    if (event.verb === 'played') {
      close(event.time);
      start = event;
      ends = [];
    } else if (start !== undefined && event.time > start.time) {
      ends.push(event);
    }
  }
  close(Infinity);
  return intervals;
}

/** How often each second was watched: 1–5 and 4–8 are 1–3 once, 4–5 twice, 6–8 once. Seconds never watched are in no run. */
export function watchedRuns(intervals: readonly { readonly from: number; readonly to: number }[]): WatchedRun[] {
  const steps = new Map<number, number>();
  for (const { from, to } of intervals) {
    steps.set(from, (steps.get(from) ?? 0) + 1);
    steps.set(to + 1, (steps.get(to + 1) ?? 0) - 1);
  }
  const runs: WatchedRun[] = [];
  let passes = 0;
  let from = 0;
  for (const [second, step] of [...steps].sort((a, b) => a[0] - b[0])) {
    if (step === 0) continue;
    if (passes > 0) runs.push({ from, to: second - 1, passes });
    passes += step;
    from = second;
  }
  return runs;
}

/**
 * Views of a second that repeat an earlier one: 1 pass is 0, 3 passes are 2. Under `aspects-v8` all passes of a second that was
 * watched more than once: 1 is 0, 3 are 3.
 */
export function repeatViews(passes: number, rules?: 'aspects-v8'): number {
  if (rules === 'aspects-v8') return passes > 1 ? passes : 0;
  return Math.max(0, passes - 1);
}

/**
 * Whether at least 95 % of the seconds of a video were watched, those beyond its end not counted; null where the length is unknown. 186 of
 * 195 is true, 185 is false. Under `aspects-v8` seconds beyond the end count, too, and the length has no fraction.
 */
export function watchedEntirely(
  runs: readonly Pick<WatchedRun, 'from' | 'to'>[],
  length: number | null,
  rules?: 'aspects-v8',
): boolean | null {
  if (length === null || length <= 0) return null;
  const end = rules === undefined ? wholeSecond(length) : Infinity;
  const seconds = runs.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - from + 1), 0);
  return seconds / (rules === undefined ? length : Math.trunc(length)) >= ENTIRE_SHARE;
}

function startSecond(position: number | null, length: number | null, rules: 'aspects-v8' | undefined): number {
  const second = Math.max(0, wholeSecond(position ?? 0));
  if (length === null) return second;
  const isAtEnd = rules === 'aspects-v8' ? second === Math.trunc(length) : hundredths(position ?? 0) === hundredths(length);
  return isAtEnd ? 1 : second;
}

function endSecond(event: PlayerEvent, length: number | null, rules: 'aspects-v8' | undefined): number {
  if (event.position !== null) return wholeSecond(event.position);
  if (event.verb !== 'completed' || rules === 'aspects-v8') return 0;
  return wholeSecond(event.length ?? length ?? 0);
}

/** Rounded up, after hundredths: 12.001 is 12, 12.01 is 13. */
function wholeSecond(position: number): number {
  return Math.ceil(hundredths(position) / 100);
}

function hundredths(position: number): number {
  return Math.trunc(position * 100 + 1e-6);
}
