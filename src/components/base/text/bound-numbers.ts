import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A number with its percent sign, the end of its direction and the blank before a word; and where a range goes on after its hyphen. */
const BOUND = /((?:\d-)?[\d\u0660-\u0669\u0966-\u096f][%\u2069]* (?=[A-Za-z\u00c0-\u1fff\u2c00-\uffff])|\d-\d)/;

/**
 * A sentence of which no line parts a number from the word after it, nor the two ends of a range as "20-29%". Its text is what it was, for
 * whoever copies or searches it.
 */
export function boundNumbers(sentence: string): readonly (string | TemplateResult)[] {
  // What is in the brackets stands between the pieces, too.
  const pieces = sentence.split(BOUND);
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : html`<span class="bound">${piece}</span>`));
}
