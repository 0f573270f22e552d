/** The page's side of the benchmark: makes a course of so many events, and watches frames and long tasks while it is brushed. */
import { courseTables, NOW } from './course.mjs';

const dataset = document.createElement('stats-dataset');
dataset.id = 'course';
dataset.provider = 'tables';
dataset.setAttribute('now', new Date(NOW).toISOString());
dataset.data = Object.fromEntries(
  [...courseTables(Number(new URLSearchParams(location.search).get('events')))].map(([name, table]) => [name, csvOf(table)]),
);
document.body.prepend(dataset);

const frames = [];
const answers = [];
const long = [];
let moved;
new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
addEventListener(
  'pointermove',
  () => {
    const start = performance.now();
    moved = start;
    requestAnimationFrame(() => {
      // A message is handled after the frame that is being made has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => frames.push(performance.now() - start);
      port2.postMessage(undefined);
    });
  },
  { capture: true },
);
const seen = new Map();
const look = () => {
  for (const widget of document.querySelectorAll('main > *')) {
    if (seen.get(widget) !== widget.result && moved !== undefined) answers.push(performance.now() - moved);
    seen.set(widget, widget.result);
  }
  requestAnimationFrame(look);
};
look();

/** What was measured since the last time; `ready` once every widget has an answer. */
globalThis.measured = () => ({ frames: frames.splice(0), answers: answers.splice(0), long: long.splice(0) });
globalThis.ready = () => [...document.querySelectorAll('main > *')].every((widget) => widget.result !== undefined);

function csvOf({ length, columns }) {
  const names = [...columns.keys()];
  const cells = [...columns.values()].map(cellOf);
  const lines = [names.join()];
  for (let row = 0; row < length; row++) lines.push(cells.map((cell) => cell(row)).join());
  return lines.join('\n');
}

function cellOf({ type, codes, dictionary, values }) {
  if (type === 'category') return (row) => (codes[row] < 0 ? '' : dictionary[codes[row]]);
  if (type === 'boolean') return (row) => ['', 'false', 'true'][values[row] + 1];
  return (row) => (Number.isNaN(values[row]) ? '' : type === 'time' ? new Date(values[row]).toISOString() : values[row]);
}
