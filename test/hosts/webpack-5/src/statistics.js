import 'learner-elements/define/stats-dataset.js';
import 'learner-elements/define/creator-engagement-chart.js';
import 'learner-elements/define/creator-trend-chart.js';

const MARKUP = `
  <stats-dataset provider="oppia" src="/creatordashboardhandler/data" events="/oppia/events.ndjson">
    <creator-engagement-chart></creator-engagement-chart>
    <creator-trend-chart></creator-trend-chart>
  </stats-dataset>
  <button type="button" id="published">Published ones only</button>
  <p>Chosen: <output id="chosen">none</output></p>`;

/** Puts the statistics into an element; says which explorations a reader chose, and lets a button filter the widgets. */
export function showStatistics(root) {
  root.innerHTML = MARKUP;
  const published = root.querySelector('#published');

  root.querySelector('creator-engagement-chart').addEventListener('stats-filter', ({ detail }) => {
    root.querySelector('#chosen').textContent = detail.in?.join(', ') ?? 'none';
  });

  published.addEventListener('click', () => {
    const wanted = published.getAttribute('aria-pressed') !== 'true';
    published.setAttribute('aria-pressed', String(wanted));
    const detail = { origin: 'my-page', field: 'status', ...(wanted ? { in: ['public'] } : {}) };
    root.querySelector('stats-dataset').dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, cancelable: true }));
  });
}
