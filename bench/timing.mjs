/** Milliseconds that it takes, from a heap without garbage. */
export async function timed(run) {
  globalThis.gc();
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The value in the middle, the lower of two. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1];
}
