import { readJson } from '../ingest/read-json.js';
import { allBytes, countedBody } from './counted-body.js';
import { countedSupply } from './counted-supply.js';
import { placeOf } from './http-error.js';
import { Meter } from './meter.js';
import { request } from './request.js';
import { wait } from './wait.js';
import type { Fetched, ReadContext } from '../provider.js';
import type { HeaderRecord, RequestOptions } from './request.js';
import type { Wait } from './wait.js';

/** How one load may use the network. */
export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Bytes of all streamed bodies, or what the provider tells instead. */
  readonly progress: (loaded: number, total?: number) => void;
  readonly credentials?: RequestCredentials;
  /** The host's hook for headers; asked once more with `renewed` after a 401. What it answers is kept nowhere. */
  readonly headers?: (url: string, renewed: boolean) => Promise<HeaderRecord | undefined>;
  readonly cacheMode?: RequestCache;
  /** ETags of copies that are there: `fetch` of such a URL may answer 304. */
  readonly etags?: ReadonlyMap<string, string>;
  /** Answers that are open already; each is handed out once instead of a request. */
  readonly held?: Map<string, Fetched>;
  readonly wait?: Wait;
  /** Whether the provider may leave parts out, to be asked for on demand. */
  readonly leavesParts?: boolean;
  readonly soFar?: NonNullable<ReadContext['soFar']>;
}

/** A ReadContext that remembers what it fetched. */
export interface FetchContext extends ReadContext {
  /** Every URL that was fetched, with its ETag or undefined. */
  readonly fetched: ReadonlyMap<string, string | undefined>;
  /** Bytes received so far, after decompression. */
  readonly bytes: number;
}

/**
 * The door to the network for one load; see `request` for what is tried again and which errors are thrown. Nothing is ever
 * appended to a URL. Without `credentials` cookies go to the page's own origin only.
 */
export function fetchContext(options: FetchOptions): FetchContext {
  const { signal, etags, held } = options;
  const fetched = new Map<string, string | undefined>();
  const meter = new Meter(options.progress);
  const sending: RequestOptions = {
    signal,
    credentials: options.credentials ?? 'same-origin',
    cacheMode: options.cacheMode ?? 'default',
    wait: options.wait ?? wait,
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  };

  async function get(url: string, headers: HeaderRecord, count: (bytes: number) => void): Promise<Fetched> {
    const response = await request(url, headers, sending);
    const etag = response.headers.get('etag') ?? undefined;
    const bytesTotal = totalOf(response);
    const known = { url, status: response.status, headers: response.headers, ...(etag === undefined ? {} : { etag }) };
    if (response.status === 304) return known;
    const body = countedBody(url, await streamOf(response), signal, count);
    return { ...known, body, ...(bytesTotal === undefined ? {} : { bytesTotal }) };
  }

  return {
    signal,
    leavesParts: options.leavesParts ?? false,
    ...(options.soFar === undefined ? {} : { soFar: options.soFar }),
    fetched,
    get bytes() {
      return meter.bytes;
    },
    progress: (loaded, total) => meter.tell(loaded, total),
    supplied(body) {
      meter.expect(undefined);
      return countedSupply(body, (bytes) => meter.stream(bytes));
    },
    async fetch(url, init) {
      const etag = etags?.get(url);
      const headers = { ...init?.headers, ...(etag === undefined ? {} : { 'If-None-Match': etag }) };
      const answer = takeHeld(held, url, headers) ?? (await get(url, headers, (bytes) => meter.stream(bytes)));
      if (answer.status !== 304) meter.expect(answer.bytesTotal);
      fetched.set(url, answer.etag);
      return answer;
    },
    async fetchJson(url) {
      const answer = takeHeld(held, url, {}) ?? (await get(url, { Accept: 'application/json' }, (bytes) => meter.add(bytes)));
      fetched.set(url, answer.etag);
      return readJson(answer.body === undefined ? new Uint8Array(0) : await allBytes(answer.body), placeOf(url));
    },
  };
}

/** A `fetch` that a page has put in the place of the browser's may give no stream, though there is a body. */
async function streamOf(response: Response): Promise<ReadableStream<Uint8Array>> {
  return response.body ?? new Blob([await response.arrayBuffer()]).stream();
}

/** Content-Length counts compressed bytes, so it is no total where the body is content-encoded. */
function totalOf(response: Response): number | undefined {
  const length = response.headers.get('content-length');
  return length === null || response.headers.get('content-encoding') !== null ? undefined : Number(length);
}

/** An answer held under other headers than the ones asked for is closed and not used. */
function takeHeld(held: Map<string, Fetched> | undefined, url: string, headers: HeaderRecord): Fetched | undefined {
  const answer = held?.get(url);
  held?.delete(url);
  if (answer === undefined || Object.keys(headers).length === 0) return answer;
  answer.body?.cancel().catch(() => undefined);
  return undefined;
}
