/** Pages of documents that are pages here, too. */
const PAGES: Readonly<Record<string, string>> = {
  'tags.md': 'guides-tags-and-keyboard--docs',
  'tokens.md': 'looks-theming--docs',
  'events.md': 'guides-events--docs',
  'metrics.md': 'guides-metrics--docs',
  'privacy.md': 'guides-privacy--docs',
  'SECURITY.md': 'guides-security--docs',
};

/** A document whose links to others lead to their pages here; those to what is no page here are left as words. */
export function withLinksHere(text: string): string {
  const told = text.replace(/ \(\[why\]\([^)]*\)\)/g, '');
  return told.replace(/\[([^\]]+)\]\((?!https?:|#)([^)]+)\)/g, (_, words: string, path: string) => {
    const page = PAGES[path.split('/').pop() ?? ''];
    return page === undefined ? words : `[${words}](?path=/docs/${page})`;
  });
}
