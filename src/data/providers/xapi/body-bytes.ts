import { chunksOf } from '../../ingest/body-text.js';
import type { Body } from '../../provider.js';

const SLICE = 1 << 20;

/** The bytes of a body piece by piece; undefined for a text that UTF-8 does not hold as it is. */
export function bodyBytes(body: Body): AsyncIterable<Uint8Array> | undefined {
  if (body instanceof Uint8Array) return cut(body);
  if (typeof body !== 'string') return chunksOf(body);
  return isWellFormed(body) ? encoded(body) : undefined;
}

async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += SLICE) yield await Promise.resolve(bytes.subarray(from, from + SLICE));
}

async function* encoded(text: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + SLICE, text.length);
    if (to < text.length && isHighSurrogate(text.charCodeAt(to - 1))) to--;
    yield await Promise.resolve(encoder.encode(text.slice(from, to)));
    from = to;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** Whether every surrogate of a text is one of a pair. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
