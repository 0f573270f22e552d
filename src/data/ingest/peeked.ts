import type { Body } from '../provider.js';
import { chunksOf } from './body-text.js';

/** The first text of a body, until that is enough or all there is, and the body with it. */
export async function peeked(body: Body, isEnough: (head: string) => boolean): Promise<[string, Body]> {
  if (typeof body === 'string') return [body, body];
  const chunks = chunksOf(body);
  const decoder = new TextDecoder();
  const read: Uint8Array[] = [];
  let head = '';
  while (!isEnough(head)) {
    const next = await chunks.next();
    if (next.done === true) break;
    read.push(next.value);
    head += decoder.decode(next.value, { stream: true });
  }
  return [head, rejoined(read, chunks)];
}

async function* rejoined(read: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (const chunk of read) yield chunk;
    for await (const chunk of rest) yield chunk;
  } finally {
    await rest.return(undefined);
  }
}
