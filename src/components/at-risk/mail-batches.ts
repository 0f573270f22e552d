/** Longest address that mail programs of Windows take from a browser. */
const MOST_CHARACTERS = 2000;

/** Addresses to write to at once, and the link that does. */
export interface MailBatch {
  readonly count: number;
  readonly href: string;
}

/** `mailto:` links that put all addresses into BCC, in order, each link short enough for mail programs. An address alone is never cut. */
export function mailBatches(addresses: readonly string[]): readonly MailBatch[] {
  const batches: string[][] = [];
  let length = Infinity;
  for (const address of addresses) {
    const written = encodeURIComponent(address);
    if (length + written.length + 1 > MOST_CHARACTERS) {
      batches.push([]);
      length = 'mailto:?bcc='.length;
    }
    batches.at(-1)?.push(written);
    length += written.length + 1;
  }
  return batches.map((written) => ({ count: written.length, href: `mailto:?bcc=${written.join(',')}` }));
}
