import { msg, str } from '../../../localize/msg.js';

/** "Plays, Starts, Learners", by the comma of the reader's language. */
export function listed(texts: readonly string[]): string {
  return texts.reduce((all, text, at) => (at === 0 ? text : msg(str`${all}, ${text}`, { id: 'list.and-next' })), '');
}
