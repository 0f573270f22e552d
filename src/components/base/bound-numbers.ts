import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A blank between a number, its percent sign and the end of its direction, and a word. */
const BLANKS = /([\d\u0660-\u0669\u0966-\u096f][%\u2069]*) (?=[A-Za-z\u00c0-\u1fff\u2c00-\uffff])/;

/** A sentence of which no line parts a number from the word after it. Its text is what it was, for whoever copies or searches it. */
export function boundNumbers(sentence: string): readonly (string | TemplateResult)[] {
  // What is in the brackets stands between the pieces, too.
  const pieces = sentence.split(BLANKS);
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : html`${piece}<span class="bound"> </span>`));
}
