/** Milliseconds from which on a task of the page's thread is long: the reader may notice it. */
const LONG = 50;

/** What `reference` takes on a machine that nobody else slows down, in milliseconds. */
const USUAL = 40;

/** So many times as long as usual the page's thread takes now: processors that are shared run at a third of their speed at times. */
async function slowness(page) {
  const took = await page.evaluate(() => {
    const from = performance.now();
    let sum = 0;
    for (let at = 0; at < 2e7; at++) sum = (sum + at * 7) | 0;
    return [performance.now() - from, sum];
  });
  return Math.max(1, took[0] / USUAL);
}

/**
 * Does some work and answers what the page's thread did meanwhile: its longtask entries, its longest tasks by the time that the
 * thread itself ran, which other programs of the machine do not lengthen, and from how much on a task was long at the speed of that time.
 * All in milliseconds.
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
  const before = await slowness(page);
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const entries = await page.evaluate(() => {
    window.taskObserver.disconnect();
    return window.longTasks;
  });
  return { entries, ran: ranOf(traceEvents), long: LONG * Math.max(before, await slowness(page)) };
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
