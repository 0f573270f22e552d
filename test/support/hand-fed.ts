/** A body that arrives when a test says so. */
export interface HandFed {
  readonly stream: ReadableStream<Uint8Array>;
  feed(text: string): void;
  end(): void;
  fail(error: Error): void;
}

/** A stream that a test feeds by hand. */
export function handFed(): HandFed {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    stream,
    feed: (text) => controller?.enqueue(encoder.encode(text)),
    end: () => controller?.close(),
    fail: (error) => controller?.error(error),
  };
}
