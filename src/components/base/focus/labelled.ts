import { msg, str } from '../../../localize/msg.js';

/**
 * A text with what it is of before it: "Track: audit". Each stands by itself, so that words from right to left do not turn "20-29%" round.
 */
export function labelled(label: string, text: string): string {
  return msg(str`${label}: ${text}`, { id: 'text.labelled' });
}
