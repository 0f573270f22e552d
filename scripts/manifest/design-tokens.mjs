/**
 * The design tokens in the format of the Design Tokens Community Group (2025.10), for design tools: colours of both modes as two groups,
 * and what holds in both.
 */
export function designTokens({ COLORS, SERIES, RISK, SEQUENTIAL, TYPE, SPACE, SIZES }) {
  const series = Object.fromEntries(SERIES.map((token, at) => [`series-${at + 1}`, token]));
  const heat = Object.fromEntries(SEQUENTIAL.map((token, at) => [`sequential-${at + 1}`, token]));
  const risk = Object.fromEntries(Object.entries(RISK).map(([level, token]) => [`risk-${level}`, token]));
  const colors = { ...COLORS, ...series, ...risk, ...heat };
  const inMode = (mode) =>
    Object.fromEntries(
      Object.entries(colors).map(([name, token]) => [name, { $value: color(token[mode]), $description: saidOf(name, token) }]),
    );
  return {
    $description: 'Tokens of learner-elements. The custom property of a colour is --stats-color-<name>, of others --stats-<group>-<name>.',
    light: { $type: 'color', ...inMode('light') },
    dark: { $type: 'color', ...inMode('dark') },
    text: Object.fromEntries(
      Object.entries(TYPE).map(([name, { size, line, weight }]) => [
        name,
        {
          size: { $type: 'dimension', $value: px(size) },
          line: { $type: 'dimension', $value: px(line) },
          weight: { $type: 'fontWeight', $value: weight },
        },
      ]),
    ),
    space: { $type: 'dimension', ...Object.fromEntries(SPACE.map((step, at) => [String(at + 1), { $value: px(step) }])) },
    'plot-height': {
      $type: 'dimension',
      ...Object.fromEntries(Object.entries(SIZES.plotHeight).map(([name, height]) => [name, { $value: px(height) }])),
    },
  };
}

function color(hex) {
  const components = [1, 3, 5].map((at) => Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1e4) / 1e4);
  return { colorSpace: 'srgb', components, alpha: 1, hex };
}

function px(value) {
  return { value, unit: 'px' };
}

function saidOf(name, { marker, pattern, dash }) {
  if (marker === undefined) return `--stats-color-${name}`;
  return `--stats-color-${name}: marker ${marker}, pattern ${pattern}, ${dash === '' ? 'solid line' : `line dashed ${dash}`}`;
}
