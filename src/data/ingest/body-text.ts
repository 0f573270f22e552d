import type { Body } from '../provider.js';

/** The text of a body piece by piece, without a byte order mark, and the bytes it took; bytes that are no UTF-8 become U+FFFD. */
export async function* bodyText(body: Body, count: (bytes: number) => void): AsyncGenerator<string> {
  if (typeof body === 'string') {
    count(new Blob([body]).size);
    yield body.replace(/^\uFEFF/, '');
    return;
  }
  const decoder = new TextDecoder();
  for await (const chunk of chunksOf(body)) {
    count(chunk.byteLength);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** The whole text of a body. */
export async function wholeText(body: Body, count: (bytes: number) => void): Promise<string> {
  const parts: string[] = [];
  for await (const part of bodyText(body, count)) parts.push(part);
  return parts.join('');
}

/** The bytes of a body piece by piece; a stream that is left early is cancelled. */
export async function* chunksOf(body: Exclude<Body, string>): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) {
    yield body;
  } else if (Symbol.asyncIterator in body) {
    for await (const chunk of body) yield chunk;
  } else {
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      await reader.cancel();
    }
  }
}
