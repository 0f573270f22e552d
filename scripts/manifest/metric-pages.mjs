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
    .map(({ id, label, definition, edgeCases }) => [`\`${id}\``, label, plain([definition, ...edgeCases].join(' '))]),
)}
`;
}

function entryOf({ id, label, definition, unit, formula, edgeCases, source }) {
  return [
    `### ${label} (\`${id}\`)`,
    `${plain(definition)} Unit: ${unit}.`,
    `Formula: ${plain(formula)}.`,
    ...(edgeCases.length === 0 ? [] : [edgeCases.map((text) => `- ${plain(text)}`).join('\n')]),
    ...(source === undefined ? [] : [`Source: ${plain(source)}`]),
  ].join('\n\n');
}

/** A text whose names and signs Markdown leaves as they are. */
function plain(text) {
  return text.replace(/[\\`*_<>[\]]/g, (sign) => `\\${sign}`);
}
