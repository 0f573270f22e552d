/**
 * The same script with nothing but ASCII in it: it is read alike whatever a page, or the server of the script, says of how it is written.
 * Where other characters may stand in a script (texts, templates, regular expressions, names) an escape means the same.
 */
export function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
