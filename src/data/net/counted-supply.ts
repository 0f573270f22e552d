import { chunksOf } from '../ingest/body-text.js';
import type { Body } from '../provider.js';

/** A body that a host gave, its bytes counted: of text and bytes all at once, in UTF-8; of what comes in pieces as they pass. */
export function countedSupply(body: Body, count: (bytes: number) => void): Body {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return counted(body, count);
  count(typeof body === 'string' ? new Blob([body]).size : body.byteLength);
  return body;
}

async function* counted(body: Exclude<Body, string>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(body)) {
    count(chunk.byteLength);
    yield chunk;
  }
}
