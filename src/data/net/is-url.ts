/** Whether a source is the address of data, of http(s) or of a `Blob`, and not data themselves. */
export function isUrl(source: unknown): source is string {
  return typeof source === 'string' && /^(?:https?:\/\/|blob:)/i.test(source);
}
