/**
 * The page's side of the streaming benchmark: opens a file on demand, and notes when its numbers are first painted and when they are whole.
 */
const widgets = [...document.querySelectorAll('main > *')];
const marks = { painted: [], drawings: 0 };
const last = new Map();

const look = () => {
  for (const widget of widgets) {
    const { result } = widget;
    if (result === undefined || last.get(widget) === result) continue;
    last.set(widget, result);
    marks.drawings++;
    if (result.length === 0 || result.soFar === undefined || marks.painted.some(({ tag }) => tag === widget.localName)) continue;
    const { port1, port2 } = new MessageChannel();
    // A message is handled after the frame that is being made has been painted.
    port1.onmessage = () => marks.painted.push({ tag: widget.localName, at: Date.now() });
    port2.postMessage(undefined);
  }
  if (widgets.every((widget) => widget.result !== undefined && widget.result.soFar === undefined)) marks.whole ??= Date.now();
  requestAnimationFrame(look);
};
look();

globalThis.marks = marks;
globalThis.start = (attributes) => {
  const dataset = document.createElement('stats-dataset');
  dataset.id = 'course';
  for (const [name, value] of Object.entries(attributes)) dataset.setAttribute(name, value);
  document.body.prepend(dataset);
};
