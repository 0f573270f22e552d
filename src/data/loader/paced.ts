/** Milliseconds between two that are told. */
const EACH_MS = 100;

/**
 * Tells the first at once, and of those that come on its heels the latest: a file from nearby comes in thousands of pieces a second, and
 * a page that hears of each has no time to draw.
 */
export function paced<T>(tell: (value: T) => void): (value: T) => void {
  let waiting: { value: T } | undefined;
  let isResting = false;
  const rest = (): void => {
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (waiting === undefined) return;
      const { value } = waiting;
      waiting = undefined;
      rest();
      tell(value);
    }, EACH_MS);
  };
  return (value) => {
    if (isResting) {
      waiting = { value };
      return;
    }
    rest();
    tell(value);
  };
}
