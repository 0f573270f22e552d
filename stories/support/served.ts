/** What a story's server answers at first, and later, when it is turned on. */
export type Answers = readonly (() => Promise<Response>)[];

const FOLDER = '/story-data/';
const HANDLER = '/creatordashboardhandler/data';
const data = new WeakMap<() => Promise<Response>, unknown>();
const answers = new Map<string, { readonly queue: Answers; at: number; asked: boolean }>();
let places = 0;
let patched = false;

/**
 * An address at which these answers are given, in this page only; it ends like one of Oppia's where that matters. `beside` are
 * answers of further handlers, by the rest of their paths.
 */
export function served(queue: Answers, beside: Readonly<Record<string, Answers>> = {}): string {
  if (!patched) patch();
  const place = `${FOLDER}${places++}`;
  for (const [path, given] of Object.entries({ ...beside, [HANDLER]: queue }))
    answers.set(place + path, { queue: given, at: 0, asked: false });
  return place + HANDLER;
}

/** From now on the server at that address gives its later answer, or its first one again. */
export function turn(path: string, to: 'first' | 'later'): void {
  const found = answers.get(path);
  if (found !== undefined) Object.assign(found, { at: to === 'first' ? 0 : 1, asked: false });
}

/** Whether the server at that address was asked since it was turned to its later answer. */
export function isAsked(path: string): boolean {
  return answers.get(path)?.asked === true;
}

/** Data as JSON. */
export function json(given: unknown): () => Promise<Response> {
  return giving(given, () => Promise.resolve(Response.json(given)));
}

/** The data that are given at an address and beside it. */
export function servedData(path: string): readonly unknown[] {
  const place = path.endsWith(HANDLER) ? path.slice(0, -HANDLER.length) : path;
  const here = [...answers].filter(([other]) => other === path || other.startsWith(`${place}/`));
  return here.flatMap(([, { queue }]) => queue.map((answer) => data.get(answer)));
}

/** An answer without data. */
export function status(code: number): () => Promise<Response> {
  return () => Promise.resolve(new Response('', { status: code }));
}

/** No answer, ever. */
export const never = (): Promise<Response> => new Promise(() => undefined);

/** No network, as the browser knows at that moment. */
export const noNetwork = (): Promise<Response> => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  setTimeout(() => Reflect.deleteProperty(navigator, 'onLine'));
  return Promise.reject(new TypeError('Failed to fetch'));
};

/** A part of an answer, of which the rest never comes. */
export function partOf(loaded: number, total: number): () => Promise<Response> {
  return begun(' '.repeat(loaded), total);
}

/** The first of these records, one a line, of which the rest never comes. */
export function firstOf(records: readonly unknown[], count: number): () => Promise<Response> {
  const lines = (some: readonly unknown[]): string => some.map((record) => `${JSON.stringify(record)}\n`).join('');
  return giving(records, begun(lines(records.slice(0, count)), new TextEncoder().encode(lines(records)).length));
}

function begun(text: string, total: number): () => Promise<Response> {
  const headers = { 'content-type': 'application/json', 'content-length': String(total) };
  return () => {
    const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new TextEncoder().encode(text)) });
    return Promise.resolve(new Response(body, { headers }));
  };
}

function giving(given: unknown, answer: () => Promise<Response>): () => Promise<Response> {
  data.set(answer, given);
  return answer;
}

/** In stories the work is done in the page itself, so that its `fetch` is the one that is asked. */
function patch(): void {
  patched = true;
  const { fetch } = window;
  window.fetch = (input, options) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input), document.baseURI);
    const found = answers.get(pathname);
    if (found === undefined) return pathname.startsWith(FOLDER) ? status(404)() : fetch(input, options);
    found.asked = true;
    return (found.queue[found.at] ?? never)();
  };
}
