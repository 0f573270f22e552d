/**
 * d3-scale for numbers alone. Its linear scale brings interpolation between colours, dates and transforms, and the formats of
 * its ticks; ours map numbers to pixels and are written by Intl. That is 8 KB gzip of a script that has every tag.
 */
const STANDS_FOR = [
  [
    /[\\/]d3-interpolate[\\/]dist[\\/]d3-interpolate\.mjs$/,
    `export function interpolateNumber(a, b) {
  a = +a;
  b = +b;
  return (t) => a * (1 - t) + b * t;
}
export { interpolateNumber as interpolate, none as interpolateRound, none as piecewise };
${none}`,
  ],
  [
    /[\\/]d3-format[\\/]dist[\\/]d3-format\.mjs$/,
    `export {
  none as format,
  none as formatPrefix,
  none as formatSpecifier,
  none as precisionFixed,
  none as precisionPrefix,
  none as precisionRound,
};
${none}`,
  ],
];

function none() {
  throw new TypeError('This build has scales for numbers alone.');
}

/** What stands for that file in builds with everything inside; undefined for a file that goes in as it is. */
export function numberScaleCode(file) {
  return STANDS_FOR.find(([pattern]) => pattern.test(file))?.[1];
}

/** The same as a plugin of rollup. */
export function numberScales() {
  return { name: 'number-scales', load: (id) => numberScaleCode(id) ?? null };
}
