/** @typedef {import('../simulator/oppia/bodies.mjs').OppiaBodies} OppiaBodies */

/** @typedef {ReturnType<OppiaBodies['dashboard']>['explorations_list'][number]} Summary */

const ENTITIES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });

/** @param {string} value */
function escaped(value) {
  return value.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/**
 * Fills what the creator's page shows by itself, as a host's server would: the figures at its head and the list of
 * explorations. The tags on the page fetch their own data.
 * @param {string} html
 * @param {OppiaBodies} bodies
 * @param {boolean} isSignedOut
 */
export function creatorPage(html, bodies, isSignedOut) {
  if (isSignedOut) return html.replace('<!-- figures -->', '').replace('<!-- explorations -->', '<li>You are signed out.</li>');
  const { dashboard_stats: stats, explorations_list: explorations, subscribers_list: subscribers } = bodies.dashboard();
  const rating = stats.average_ratings === null ? '–' : stats.average_ratings.toFixed(2);
  const figures = [
    ['Average rating', rating, `by ${stats.num_ratings} learners`],
    ['Total plays', stats.total_plays.toLocaleString('en'), 'of explorations you own'],
    ['Open feedback', String(stats.total_open_feedback), stats.total_open_feedback === 1 ? 'thread' : 'threads'],
    ['Subscribers', String(subscribers.length), ''],
  ];
  return html
    .replace('<!-- figures -->', () => figures.map((figure) => figureItem(figure)).join('\n'))
    .replace('<!-- explorations -->', () => explorations.map((exploration) => explorationItem(exploration)).join('\n'));
}

/**
 * @param {number} count
 * @param {string} noun
 */
function counted(count, noun) {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** @param {readonly string[]} figure label, value, note */
function figureItem([label = '', value = '', note = '']) {
  return `<div><dt>${label}</dt><dd>${value} <small>${note}</small></dd></div>`;
}

/** @param {Summary} exploration */
function explorationItem(exploration) {
  const title = exploration.title === '' ? 'Untitled' : escaped(exploration.title);
  const parts = [
    exploration.status === 'private' ? 'Private' : 'Published',
    exploration.category === '' ? 'no category' : escaped(exploration.category),
    counted(exploration.num_views, 'play'),
    ...(exploration.num_open_threads === 0 ? [] : [counted(exploration.num_open_threads, 'open thread')]),
  ];
  return `<li><b lang="${exploration.language_code}" dir="auto">${title}</b> <small>${parts.join(' · ')}</small></li>`;
}
