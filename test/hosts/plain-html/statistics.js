/** Says which explorations a reader chose in the chart, and lets a button of the page filter the widgets. */
function setUpStatistics(root) {
  const dataset = root.querySelector('stats-dataset');
  const published = root.querySelector('#published');

  root.querySelector('creator-engagement-chart').addEventListener('stats-filter', ({ detail }) => {
    root.querySelector('#chosen').textContent = detail.in ? detail.in.join(', ') : 'none';
  });

  published.addEventListener('click', () => {
    const wanted = published.getAttribute('aria-pressed') !== 'true';
    published.setAttribute('aria-pressed', String(wanted));
    const clause = { origin: 'my-page', field: 'status', ...(wanted ? { in: ['public'] } : {}) };
    dataset.dispatchEvent(new CustomEvent('stats-filter', { detail: clause, bubbles: true, composed: true, cancelable: true }));
  });
}
