/** `treeshake` of rollup: d3-array makes bisectors while it loads, which nothing here uses. */
export const TREESHAKE = { manualPureFunctions: ['bisector'] };
