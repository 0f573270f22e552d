/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** The closing line of a run, alone on its line. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {readonly Counts[]} all */
export function sum(all) {
  const total = (key) => all.reduce((sofar, counts) => sofar + counts[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/**
 * What a step counted: by the closing lines of this project's scripts and reporters, or of Node's test runner. A step that
 * counts nothing is itself one check. A step that failed never counts as wholly passed.
 *
 * @returns {Counts}
 */
export function countsOf({ ok, output }) {
  const counts = ours(output) ?? nodes(output) ?? { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function ours(output) {
  const lines = [...output.matchAll(/^(?:[A-Z][a-z ]*: )?(\d+) passed, (\d+) failed, (\d+) skipped$/gm)];
  const last = lines.at(-1);
  return last === undefined ? undefined : { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3]) };
}

function nodes(output) {
  const figure = (name) =>
    [...output.matchAll(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, 'gm'))].reduce((sofar, [, value]) => sofar + Number(value), 0);
  if (!/^(?:ℹ|#) pass \d+$/m.test(output)) return undefined;
  return { passed: figure('pass'), failed: figure('fail') + figure('cancelled'), skipped: figure('skipped') + figure('todo') };
}
