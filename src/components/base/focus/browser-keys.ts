/** What of a key event tells whose key it is. */
export type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Whether a key is one of the browser or the system, as Alt and an arrow for the page before. With Ctrl or Meta held it is, unless it has
 * a meaning there (`ctrl`, `meta`).
 */
export function isOfBrowser({ ctrlKey, metaKey, altKey }: Keys, { ctrl = false, meta = false } = {}): boolean {
  return altKey || (metaKey && !meta) || (ctrlKey && !ctrl);
}
