/** How much of a message is told again: enough to know what to look at. */
const LINES = 12;

/**
 * What failed in the output of a step, as the reporters of this project and of Node's test runner write it: each once, with the first
 * lines of its message. Logs of hours are cut off in the middle, so their end must tell it.
 *
 * @param {string} output
 * @returns {readonly string[]}
 */
export function failuresOf(output) {
  const lines = output.split('\n');
  const failures = new Map();
  lines.forEach((line, at) => {
    if (!/^\s*[✗✖] /.test(line) || line.includes('failing tests:')) return;
    const name = line.trim();
    const text = told(lines, at);
    if (text.length > (failures.get(name)?.length ?? 0)) failures.set(name, text);
  });
  return [...failures.values()];
}

/** A failure and the lines of its message, up to the next test. */
function told(lines, at) {
  const depth = indentOf(lines[at]);
  const below = lines.slice(at + 1, at + 1 + LINES);
  const end = below.findIndex((line) => line.trim() === '' || /^\s*[✓✔✗✖] /.test(line) || indentOf(line) < depth);
  return [lines[at], ...below.slice(0, end === -1 ? LINES : end)].join('\n');
}

function indentOf(line) {
  return line.length - line.trimStart().length;
}
