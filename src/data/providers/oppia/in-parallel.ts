/**
 * Runs a task for every item, at most `limit` at once, and answers their results in the order of the items. After the first
 * rejection no further task is started, and it is rejected with that.
 */
export async function inParallel<T, R>(items: readonly T[], limit: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const waiting = items.entries();
  const results: R[] = [];
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [at, item] of waiting) {
      if (failed) return;
      results[at] = await run(item);
    }
  };
  const workers = Array.from({ length: Math.min(limit, items.length) }, async () => {
    try {
      await work();
    } catch (error) {
      failed = true;
      throw error;
    }
  });
  await Promise.all(workers);
  return results;
}
