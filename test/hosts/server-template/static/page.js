/** Fetches the part that the server renders, and listens above it, so that no part has to be set up when it comes. */
const main = document.querySelector('main');

document.querySelector('#toggle').addEventListener('click', async () => {
  if (main.childElementCount > 0) return main.replaceChildren();
  const part = await fetch('/statistics');
  return main.setHTMLUnsafe ? main.setHTMLUnsafe(await part.text()) : main.insertAdjacentHTML('beforeend', await part.text());
});

main.addEventListener('stats-filter', ({ target, detail }) => {
  if (!target.matches('creator-engagement-chart')) return;
  main.querySelector('#chosen').textContent = detail.in ? detail.in.join(', ') : 'none';
});

main.addEventListener('click', ({ target }) => {
  if (target.id !== 'published') return;
  const wanted = target.getAttribute('aria-pressed') !== 'true';
  target.setAttribute('aria-pressed', String(wanted));
  const clause = { origin: 'my-page', field: 'status', ...(wanted ? { in: ['public'] } : {}) };
  main
    .querySelector('stats-dataset')
    .dispatchEvent(new CustomEvent('stats-filter', { detail: clause, bubbles: true, composed: true, cancelable: true }));
});
