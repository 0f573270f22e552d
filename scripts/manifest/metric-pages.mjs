import { table } from './tag-pages.mjs';

/** `docs/metrics.md`: what each number and column means, from the dictionary that widgets, files and the help page read too. */
export function metricPages(entries) {
  const isMetric = (entry) => entry.aggregate !== undefined;
  const sorted = [...entries].sort((a, b) => (a.label < b.label ? -1 : 1));
  return `# Metrics

What each number means: one definition, which charts, tables, exported files and the help page share. Made from \`src/metrics/dictionary\` by
\`npm run docs\`.

## Measures

${sorted.filter(isMetric).map(entryOf).join('\n\n')}

## Columns

${table(
  ['id', 'label', 'what it says'],
  sorted
    .filter((entry) => !isMetric(entry))
    .map(({ id, label, definition, edgeCases }) => [`\`${id}\``, label, [definition, ...edgeCases].join(' ')]),
)}
`;
}

function entryOf({ id, label, definition, unit, formula, edgeCases, source }) {
  return [
    `### ${label} (\`${id}\`)`,
    `${definition} Unit: ${unit}.`,
    `Formula: ${formula}.`,
    ...(edgeCases.length === 0 ? [] : [edgeCases.map((text) => `- ${text}`).join('\n')]),
    ...(source === undefined ? [] : [`Source: ${source}`]),
  ].join('\n\n');
}
