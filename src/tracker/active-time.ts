/** Counts the time in which a page was seen and its learner not idle. Every time is in milliseconds of one monotonic clock. */
export interface ActiveTime {
  /** The page can be seen from now on; being shown is a sign of the learner. */
  resume(now: number): void;
  /** The page cannot be seen any more. */
  pause(now: number): void;
  /** The learner did something. */
  touch(now: number): void;
  /** Milliseconds counted up to `now`. */
  until(now: number): number;
}

/** Starts at 0, not seen. Of a span without a sign of the learner, at most `idleAfter` milliseconds count. */
export function activeTime(idleAfter: number): ActiveTime {
  let total = 0;
  let since: number | undefined;
  const until = (now: number): number => (since === undefined ? total : total + Math.min(now - since, idleAfter));
  const from = (now: number, next: number | undefined): void => {
    total = until(now);
    since = next;
  };
  return {
    until,
    resume: (now) => from(now, now),
    pause: (now) => from(now, undefined),
    touch: (now) => from(now, since === undefined ? undefined : now),
  };
}
