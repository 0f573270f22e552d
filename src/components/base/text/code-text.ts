import { msg } from '../../../localize/msg.js';

/** Words that hosts use for kinds of things, as a reader calls them. */
const TEXTS: { readonly [code: string]: () => string } = {
  public: () => msg('Published', { id: 'code.public' }),
  private: () => msg('Private', { id: 'code.private' }),
  own: () => msg('Own', { id: 'code.own' }),
  edited: () => msg('Only edited', { id: 'code.edited' }),
  community: () => msg('Of the community', { id: 'code.community' }),
  open: () => msg('Open', { id: 'code.open' }),
  fixed: () => msg('Fixed', { id: 'code.fixed' }),
  ignored: () => msg('Ignored', { id: 'code.ignored' }),
  compliment: () => msg('Compliment', { id: 'code.compliment' }),
  not_actionable: () => msg('Not actionable', { id: 'code.not_actionable' }),
  computed: () => msg('Computed', { id: 'code.computed' }),
  supplied: () => msg('Supplied', { id: 'code.supplied' }),
};

/** A status or another code of a host in the reader's language; one that nobody has put into words stays as it is given. */
export function codeText(code: string): string {
  return Object.hasOwn(TEXTS, code) ? (TEXTS[code]?.() ?? code) : code;
}
