/** One request that a stubbed `fetch` saw. */
export interface SeenRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

export interface FetchStub {
  readonly seen: SeenRequest[];
  restore(): void;
}

/** Puts `answer` in the place of `fetch` until `restore`; a thrown error is a lost connection. Aborts reject as the browser's do. */
export function stubFetch(answer: (request: SeenRequest, count: number) => Response | Promise<Response>): FetchStub {
  const original = globalThis.fetch;
  const seen: SeenRequest[] = [];
  globalThis.fetch = (input, init = {}) => {
    const request = { url: input instanceof Request ? input.url : input.toString(), init, headers: new Headers(init.headers) };
    seen.push(request);
    const aborted = new Promise<never>((_, reject) => {
      const stop = (): void => reject(new DOMException('The user aborted a request.', 'AbortError'));
      if (init.signal?.aborted === true) stop();
      init.signal?.addEventListener('abort', stop);
    });
    return Promise.race([aborted, Promise.resolve().then(() => answer(request, seen.length))]);
  };
  return {
    seen,
    restore: () => {
      globalThis.fetch = original;
    },
  };
}

/** A JSON answer as a server sends it. */
export function json(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), { ...init, headers: { 'content-type': 'application/json', ...init.headers } });
}

/** What a promise rejected with, or undefined where it did not. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}
