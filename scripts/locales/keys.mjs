/**
 * The name that a host's own files of texts may give a text of ours: `creator-trend-chart.title` becomes
 * `I18N_STATS_CREATOR_TREND_CHART_TITLE`.
 */
export function keyOf(id, prefix) {
  return prefix + id.replace(/[^a-zA-Z0-9]+/g, '_').toUpperCase();
}

/** Texts in English by such names; a text with a number has a name for each of its forms. */
export function hostTexts(texts, prefix) {
  const entries = Object.entries(texts).flatMap(([id, { text, one }]) =>
    one === undefined
      ? [[keyOf(id, prefix), text]]
      : [
          [keyOf(`${id}.one`, prefix), one],
          [keyOf(`${id}.other`, prefix), text],
        ],
  );
  const names = new Set(entries.map(([name]) => name));
  if (names.size < entries.length) throw new Error('Two texts have one name.');
  return Object.fromEntries(entries);
}
