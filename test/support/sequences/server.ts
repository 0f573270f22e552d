import { nextFrame } from '@open-wc/testing';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { handFed } from '../hand-fed.js';
import type { HandFed } from '../hand-fed.js';
import { json, stubFetch } from '../fetch-stub.js';
import type { FetchStub } from '../fetch-stub.js';
import { Random } from '../random.js';
import { randomStatements } from '../random-statements.js';
import { COURSES } from './data.js';

/** Courses that arrive in pieces, by path. */
export const STREAMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['/sequences/streamed.ndjson', pieces(1, 240)],
  ['/sequences/longer.ndjson', pieces(2, 600)],
  ['/sequences/broken.ndjson', [...pieces(3, 60), '{"id": not json}\n{}\n[]\n']],
]);

/** Where a creator's statistics come from one by one. */
export const DASHBOARD = '/sequences/creator/creatordashboardhandler/data';
const REPORT = creatorReport(8, { feedback: true }) as Readonly<
  Record<'dashboard' | 'statistics' | 'feedback', Readonly<Record<string, unknown>>>
>;
const PARTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  statistics: REPORT.statistics,
  threadlisthandler: REPORT.feedback,
};
/** What the host never tells, and what it tells the second time only. */
const NEVER = Object.keys(REPORT.statistics)[2];
const LATE = Object.keys(REPORT.statistics)[4];

interface Held {
  readonly body: HandFed;
  readonly rest: string[];
}

let held: Held[] = [];
let isHolding = false;
let late = 0;
let isLost = false;

/** A server of what sequences ask for, now quick and now slow; what it does not have is answered by 404. */
export function serve(): FetchStub {
  const { fetch } = globalThis;
  return stubFetch(async ({ url, init }, count) => {
    const { pathname } = new URL(url, document.baseURI);
    if (!pathname.startsWith('/sequences/')) return fetch(url, init);
    if (isLost) throw new TypeError('The network is lost.');
    const stream = STREAMS.get(pathname);
    if (stream !== undefined) return streamed(stream);
    for (let frame = 0; frame < (count % 4) * 3; frame++) await nextFrame();
    const found = pathname === DASHBOARD ? REPORT.dashboard : (COURSES[pathname] ?? partAt(pathname));
    return found === undefined ? new Response('', { status: 404 }) : json(found);
  });
}

/** From now on bodies of courses arrive by `feed` and `end`. */
export function hold(): void {
  [isHolding, held, late, isLost] = [true, [], 0, false];
}

/** Lets all arrive, what is asked for later at once. */
export function release(): void {
  [isHolding, isLost] = [false, false];
  for (const each of held) end(each);
  held = [];
}

/** From now on nothing is answered, or all is again; answers which. */
export function loseNetwork(lost = !isLost): string {
  isLost = lost;
  return lost ? 'lost' : 'found';
}

/** Whether what comes from there arrives only as the sequence says. */
export function isHeld(src: string | undefined): boolean {
  return isHolding && STREAMS.has(src ?? '');
}

/** What a server does with a body that is under way; answers what, undefined where there is none. */
export function serveOn(random: Random): string | undefined {
  if (held.length === 0) return undefined;
  const each = random.pick(held);
  const what = random.pick(['a piece', 'a piece', 'the end', 'a cut']);
  if (what === 'a piece' && each.rest.length > 0) {
    each.body.feed(each.rest.shift()!);
    return what;
  }
  held = held.filter((other) => other !== each);
  if (what === 'a cut') each.body.fail(new Error('The line is cut.'));
  else end(each);
  return what;
}

function end({ body, rest }: Held): void {
  // Of a load that was stopped nobody hears.
  try {
    for (const piece of rest.splice(0)) body.feed(piece);
    body.end();
  } catch {
    return;
  }
}

function streamed(stream: readonly string[]): Response {
  if (!isHolding) return new Response(stream.join(''));
  const body = handFed();
  held.push({ body, rest: [...stream] });
  return new Response(body.stream, { headers: { 'content-length': String(new TextEncoder().encode(stream.join('')).length) } });
}

function partAt(pathname: string): unknown {
  const [kind = '', id = ''] = pathname.split('/').slice(-2);
  if (kind === 'statistics' && (id === NEVER || (id === LATE && late++ === 0 && isHolding))) return undefined;
  return PARTS[kind]?.[id];
}

function pieces(seed: number, count: number): readonly string[] {
  const lines = randomStatements(new Random(seed), Date.UTC(2024, 2, 13), count).map((each) => `${JSON.stringify(each)}\n`);
  const size = Math.ceil(lines.length / 5);
  return [0, 1, 2, 3, 4].map((at) => lines.slice(at * size, (at + 1) * size).join(''));
}
