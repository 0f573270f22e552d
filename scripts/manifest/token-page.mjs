import { table } from './tag-pages.mjs';

/** `docs/tokens.md`: how a host changes looks, and every token that it may set. */
export function tokenPage({ COLORS, SERIES, RISK, SEQUENTIAL, TYPE, SPACE }) {
  const rows = (prefix, tokens) =>
    Object.entries(tokens).map(([name, { light, dark }]) => [`\`--stats-color-${prefix}${name}\``, light, dark]);
  const numbered = (tokens) => Object.fromEntries(tokens.map((token, at) => [String(at + 1), token]));
  return `# Looks and tokens

Made from \`src/components/base/tokens.ts\` by \`npm run docs\`. The same for design tools, in the format of the Design Tokens Community Group:
\`learner-elements/tokens.json\`.

- **Fonts and text** come from the page. \`--stats-font\` names another family; sizes follow the reader's.
- **Light and dark** follow the \`color-scheme\` of the page around a tag, as form controls of browsers do. A page that names none is light
  ([why](decisions/041-colour-scheme-of-the-page.md)). \`color-scheme: light dark\` on the page or on a tag is enough.
- **In a card of yours** set \`--stats-card: none\`: border, padding and background go.
- **Forced colours** (Windows contrast themes) are the system's; series then differ by pattern, dash and marker.
- **Sizes** are those of the place: a tag lays itself out for its own width, down to 280 px.
- **Parts** of each tag for \`::part()\` stand in [tags.md](tags.md).

\`\`\`css
.dashboard {
  color-scheme: light dark;
  --stats-card: none;
  --stats-color-accent: #7a1fa2;
  --stats-plot-height: 240px;
}
at-risk-table::part(row) {
  font-weight: 600;
}
\`\`\`

## Colours

Each is tested: text at 4.5:1 and more, marks at 3:1, series told apart in normal sight and in three kinds of colour blindness. Another colour is
yours to test.

${table(['property', 'light', 'dark'], [...rows('', COLORS), ...rows('series-', numbered(SERIES)), ...rows('risk-', RISK), ...rows('sequential-', numbered(SEQUENTIAL))])}

## Type, space, sizes

${table(
  ['property', 'px at 16 px of the page'],
  [
    ...Object.entries(TYPE).flatMap(([name, { size, line }]) => [
      [`\`--stats-text-${name}\``, size],
      [`\`--stats-line-${name}\``, line],
    ]),
    ...SPACE.map((step, at) => [`\`--stats-space-${at + 1}\``, step]),
    ['`--stats-radius-card`', 6],
    ['`--stats-radius-control`', 4],
    ['`--stats-plot-height`', '160, 200 or 280, by the drawing'],
    ['`--stats-table-height`', 576],
  ],
)}
`;
}
