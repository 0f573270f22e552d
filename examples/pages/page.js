/**
 * The script of the demo pages. It runs before the tags are defined, so that what the address asks for is set before any
 * data are loaded.
 */

const query = new URLSearchParams(location.search);

/** Attributes of the dataset that the address may override. */
const OVERRIDES = ['provider', 'src', 'tables', 'events', 'rules', 'now', 'timezone', 'user-key', 'max-age', 'idle-cap', 'tab'];

const SOURCES = new Map([
  ['handlers', {}],
  ['events', { events: '/oppia/events.ndjson' }],
  ['engagement-stats', { provider: 'creator-engagement-stats', src: '/creatorengagementstats/uid_amara_okafor' }],
]);

const ASPECTS_NOW = '2024-03-13T00:00:00Z';
const OULAD_NOW = '2024-03-25T00:00:00Z';

/** Real data, served only where the shared folder is at hand. */
const DATA_SETS = new Map([
  [
    'aspects',
    {
      attributes: { src: '/xapi/aspects/statements.ndjson', tables: '/xapi/aspects/tables.json', now: ASPECTS_NOW },
      about: 'Test courses of Open edX Aspects, as of 13 March 2024.',
      credit: 'Test statements of Open edX Aspects (Apache-2.0); its people are invented.',
    },
  ],
  [
    'oulad',
    {
      attributes: {
        provider: 'tables',
        src: `/tables/oulad.json?now=${encodeURIComponent(query.get('now') ?? OULAD_NOW)}`,
        tables: null,
        now: OULAD_NOW,
      },
      about: 'Two presentations of the Open University, in the middle of their course.',
      credit:
        'Contains data from the Open University Learning Analytics Dataset (OULAD), Kuzilek J., Hlosta M., Zdrahal Z. (2017), ' +
        'doi:10.1038/sdata.2017.171, licence CC BY 4.0; cut to AAA-2013J and BBB-2013B and turned into tables.',
      notice:
        'OULAD gives days, not dates: day 0 is pinned to 1 January 2024 here, in both presentations, and a day counts as at its ' +
        'end. There are no names and no tracks.',
    },
  ],
]);

/** Sets attributes; null takes one away. */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** Theme, language and direction that the address asks for. */
function dressPage(root) {
  if (query.has('theme')) root.dataset.theme = query.get('theme');
  if (query.has('lang')) root.lang = query.get('lang');
  if (query.has('dir')) root.dir = query.get('dir');
}

/** What the address says about the dataset, beside the data set that was chosen. */
function override(dataset) {
  const wanted = OVERRIDES.filter((name) => query.has(name));
  setAttributes(dataset, Object.fromEntries(wanted.map((name) => [name, query.get(name)])));
}

function setUpCreator(dataset) {
  const source = query.get('source') ?? 'handlers';
  setAttributes(dataset, SOURCES.get(source) ?? {});
  document.querySelector(`#sources [data-source="${CSS.escape(source)}"]`)?.setAttribute('aria-current', 'true');
}

function setUpAtRisk(dataset) {
  const chosen = DATA_SETS.get(query.get('data'));
  if (chosen !== undefined) {
    setAttributes(dataset, chosen.attributes);
    document.querySelector('#about').textContent = chosen.about;
    document.querySelector('#credit').textContent = chosen.credit;
    const notice = document.querySelector('#data-notice');
    notice.textContent = chosen.notice ?? '';
    notice.hidden = chosen.notice === undefined;
  }
  if (document.querySelector('#verified') !== null) listen(dataset);
}

/** Three lines listen, three lines take part. */
function listen(dataset) {
  const button = document.querySelector('#verified');
  const origin = 'host-page';
  document.addEventListener('stats-filter-change', ({ detail }) => {
    const { clauses, shown, total } = detail;
    const filters = clauses.length === 1 ? '1 filter' : `${clauses.length} filters`;
    document.querySelector('#shown').textContent = `${filters}: ${shown} of ${total} pass.`;
    document.querySelector('#clauses').textContent = JSON.stringify(clauses, null, 1);
    button.setAttribute('aria-pressed', String(clauses.some((clause) => clause.origin === origin)));
  });
  button.addEventListener('click', () => {
    const isSet = button.getAttribute('aria-pressed') === 'true';
    const detail = { origin, field: 'track', ...(isSet ? {} : { in: ['verified'] }) };
    dataset.dispatchEvent(new CustomEvent('stats-filter', { detail, bubbles: true, composed: true, cancelable: true }));
  });
}

dressPage(document.documentElement);
const creator = document.querySelector('stats-dataset#creator');
const course = document.querySelector('stats-dataset#course, at-risk-dashboard#course');
if (creator !== null) setUpCreator(creator);
if (course !== null) setUpAtRisk(course);
for (const dataset of [creator, course]) {
  if (dataset !== null) override(dataset);
}
