import { table } from './tag-pages.mjs';

/** `docs/tokens.md`: how a host changes looks, and every token that it may set. */
export function tokenPage({ COLORS, SERIES, RISK, SEQUENTIAL, TYPE, SPACE }) {
  const rows = (prefix, tokens) =>
    Object.entries(tokens).map(([name, { light, dark }]) => [`\`--stats-color-${prefix}${name}\``, light, dark]);
  const numbered = (tokens) => Object.fromEntries(tokens.map((token, at) => [String(at + 1), token]));
  return `# Looks and tokens

Made from \`src/components/base/tokens.ts\` by \`npm run docs\`. Design tools can read the same tokens, in the format of the Design Tokens Community
Group, from \`learner-elements/tokens.json\`.

- **Fonts and text** come from the page. \`--stats-font\` sets another family; text sizes follow the reader's setting.
- **Light and dark** follow the \`color-scheme\` around a tag, as the browser's form controls do. Without one, tags are light
  ([why](decisions/041-colour-scheme-of-the-page.md)). \`color-scheme: light dark\` on the page or on a tag is enough.
- **In a card of your own** set \`--stats-card: none\` to remove border, padding and background.
- **Forced colours** (Windows contrast themes): the system's colours are used, and series differ by pattern, dash and marker.
- **Width**: a tag adapts its layout to its own width, down to 280 px.
- **Parts** of each tag for \`::part()\` are listed in [tags.md](tags.md).

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

The contrast of each is tested: at least 4.5:1 for text and 3:1 for marks; series can be told apart with normal sight and with three kinds of colour
blindness. If you set another colour, test it yourself.

${table(['property', 'light', 'dark'], [...rows('', COLORS), ...rows('series-', numbered(SERIES)), ...rows('risk-', RISK), ...rows('sequential-', numbered(SEQUENTIAL))])}

## Type, space, sizes

${table(
  ['property', 'px, at a page font of 16 px'],
  [
    ...Object.entries(TYPE).flatMap(([name, { size, line }]) => [
      [`\`--stats-text-${name}\``, size],
      [`\`--stats-line-${name}\``, line],
    ]),
    ...SPACE.map((step, at) => [`\`--stats-space-${at + 1}\``, step]),
    ['`--stats-radius-card`', 6],
    ['`--stats-radius-control`', 4],
    ['`--stats-plot-height`', '160, 200 or 280, depending on the drawing'],
    ['`--stats-table-height`', 576],
  ],
)}
`;
}
