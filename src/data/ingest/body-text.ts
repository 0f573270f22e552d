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

/** A piece of a body, and whether it is known to be all there is of it. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly isAll: boolean;
}

/** The pieces of a body; one that comes at once as a whole is known to be all. */
export async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const first = await iterator.next();
    if (first.done === true) return;
    const second = iterator.next();
    const isAll = second.then(
      ({ done }) => done === true,
      () => false,
    );
    yield { bytes: first.value, isAll: await Promise.race([isAll, nextTurn()]) };
    for (let next = await second; next.done !== true; next = await iterator.next()) yield { bytes: next.value, isAll: false };
  } finally {
    // One that is left early may have nothing to give, and is not waited for.
    iterator.return?.().catch(() => undefined);
  }
}

function nextTurn(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0, false);
  });
}
