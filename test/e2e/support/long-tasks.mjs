/** Milliseconds from which on a task of the page's thread is long: the reader may notice it. */
const LONG = 50;

/**
 * Does some work and answers what the page's thread did meanwhile: its longtask entries, and its longest tasks by the time that the
 * thread itself ran, which a busy machine does not lengthen. All in milliseconds.
 */
export async function longTasks(page, work) {
  const browser = page.context().browser();
  await page.evaluate((long) => {
    window.longTasks = [];
    const note = (list) =>
      window.longTasks.push(
        ...list
          .getEntries()
          .filter(({ duration }) => duration > long)
          .map(({ duration }) => Math.round(duration)),
      );
    window.taskObserver = new PerformanceObserver(note);
    window.taskObserver.observe({ type: 'longtask' });
  }, LONG);
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const entries = await page.evaluate(() => {
    window.taskObserver.disconnect();
    return window.longTasks;
  });
  return { entries, ran: ranOf(traceEvents) };
}

/** How long each task of the page's thread ran, the longest first. */
function ranOf(events) {
  const threads = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf));
  const tasks = events.filter(
    (event) => event.ph === 'X' && /\bRunTask$/.test(event.name) && event.tdur !== undefined && threads.has(threadOf(event)),
  );
  return tasks.map(({ tdur }) => tdur / 1000).sort((a, b) => b - a);
}

function threadOf({ pid, tid }) {
  return `${pid} ${tid}`;
}
