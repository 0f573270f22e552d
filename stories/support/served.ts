/** What a story's server answers to the first request, the second, and so on; the last one also to all that follow. */
export type Answers = readonly (() => Promise<Response>)[];

const FOLDER = '/story-data/';
const data = new WeakMap<() => Promise<Response>, unknown>();
const answers = new Map<string, { readonly queue: Answers; asked: number }>();
let patched = false;

/** An address at which these answers are given, in this page only; it ends like one of Oppia's where that matters. */
export function served(queue: Answers): string {
  if (!patched) patch();
  const path = `${FOLDER}${answers.size}/creatordashboardhandler/data`;
  answers.set(path, { queue, asked: 0 });
  return path;
}

/** Data as JSON. */
export function json(given: unknown): () => Promise<Response> {
  const answer = (): Promise<Response> => Promise.resolve(Response.json(given));
  data.set(answer, given);
  return answer;
}

/** The data that are given at an address. */
export function servedData(path: string): readonly unknown[] {
  return (answers.get(path)?.queue ?? []).map((answer) => data.get(answer));
}

/** An answer without data. */
export function status(code: number): () => Promise<Response> {
  return () => Promise.resolve(new Response('', { status: code }));
}

/** No answer, ever. */
export const never = (): Promise<Response> => new Promise(() => undefined);

/** A part of an answer, of which the rest never comes. */
export function partOf(loaded: number, total: number): () => Promise<Response> {
  const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new TextEncoder().encode(' '.repeat(loaded))) });
  const headers = { 'content-type': 'application/json', 'content-length': String(total) };
  return () => Promise.resolve(new Response(body, { headers }));
}

/** In stories the work is done in the page itself, so that its `fetch` is the one that is asked. */
function patch(): void {
  patched = true;
  const { fetch } = window;
  window.fetch = (input, options) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input), document.baseURI);
    const found = answers.get(pathname);
    if (found === undefined) return pathname.startsWith(FOLDER) ? status(404)() : fetch(input, options);
    const answer = found.queue[Math.min(found.asked++, found.queue.length - 1)];
    return answer === undefined ? never() : answer();
  };
}
