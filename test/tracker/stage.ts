import type { Statement } from '../../src/tracker/statement.js';
import { TALLY_EXTENSION } from '../../src/tracker/statement.js';
import { startTracking } from '../../src/tracker/start-tracking.js';
import type { Tracking, TrackingOptions } from '../../src/tracker/start-tracking.js';
import { stubFetch } from '../support/fetch-stub.js';

/** Stands in for what the tracker has of the browser: both clocks, whether the page is seen, and the network. */
export class Stage {
  /** Milliseconds of the monotonic clock. */
  now = 1000;
  /** What the wall clock says, in epoch milliseconds. */
  wall = Date.parse('2024-03-01T10:00:00Z');
  /** What a store answers; 0 is no network. */
  status = 204;
  /** What it answers to statements, in the place of a status alone. */
  respond: ((said: readonly Statement[]) => Response) | undefined;
  readonly #network = stubFetch(({ init }) => {
    if (this.status === 0) throw new TypeError('no network');
    if (this.respond !== undefined) return this.respond(JSON.parse(init.body as string) as Statement[]);
    return new Response(null, { status: this.status });
  });
  readonly #answers: Promise<unknown>[] = [];
  readonly #restored: (() => void)[] = [];
  readonly #running: Tracking[] = [];

  constructor() {
    localStorage.clear();
    const { fetch } = globalThis;
    this.set(globalThis, 'fetch', (...request: Parameters<typeof fetch>) => {
      const answer = fetch(...request);
      this.#answers.push(answer);
      return answer;
    });
    this.set(performance, 'now', () => this.now);
    this.set(Date, 'now', () => this.wall);
    this.set(document, 'visibilityState', 'visible');
  }

  /** Gives an object a property of its own until `restore`. */
  set(target: object, name: string, value: unknown): void {
    this.#define(target, name, { writable: true, value });
  }

  /** Lets reading a property throw until `restore`. */
  refuse(target: object, name: string): void {
    const get = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    this.#define(target, name, { get });
  }

  #define(target: object, name: string, property: PropertyDescriptor): void {
    const own = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { ...property, configurable: true });
    this.#restored.push(() => {
      if (own === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, own);
    });
  }

  /** Tracks the page until `restore`. */
  start(options: Partial<TrackingOptions> = {}): Tracking {
    const tracking = startTracking({ endpoint: '/xapi/statements', exploration: 'fractions', ...options });
    this.#running.push(tracking);
    return tracking;
  }

  /** Seconds pass on both clocks. */
  pass(seconds: number): void {
    this.now += seconds * 1000;
    this.wall += seconds * 1000;
  }

  /** The tab comes to the front, or goes behind another. */
  show(isVisible: boolean): void {
    this.set(document, 'visibilityState', isVisible ? 'visible' : 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
  }

  /** The page is left, for the back/forward cache or for good. */
  leave(persisted: boolean): void {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));
  }

  /** Settles once all that was sent is answered and heard, and what was sent upon that. */
  async answered(): Promise<void> {
    while (this.#answers.length > 0) await Promise.allSettled(this.#answers.splice(0));
  }

  /** What was sent, in order. */
  get requests(): { readonly url: string; readonly init: RequestInit; readonly headers: Headers; readonly said: readonly Statement[] }[] {
    return this.#network.seen.map((request) => ({ ...request, said: JSON.parse(request.init.body as string) as Statement[] }));
  }

  /** Statements that the store has seen, each once. */
  get said(): Statement[] {
    return [...new Map(this.requests.flatMap(({ said }) => said).map((statement) => [statement.id, statement])).values()];
  }

  /** Statements that are stored in the browser. */
  get stored(): Statement[] {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith('learner-elements/tracker'))
      .flatMap((key) => JSON.parse(localStorage.getItem(key) ?? '[]') as Statement[]);
  }

  restore(): void {
    for (const tracking of this.#running) tracking.consent(false);
    for (const restore of this.#restored.reverse()) restore();
    this.#network.restore();
    localStorage.clear();
  }
}

/** A UUID of version 4. */
export const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** What a statement says in short: verb, state, duration, answers. */
export function short({ verb, object, result }: Statement): string {
  const state = object.id.split('#')[1];
  const answers = result?.extensions[TALLY_EXTENSION].answers;
  const parts = [
    verb.id.split('/').pop(),
    state,
    result?.duration,
    answers === undefined || answers === 0 ? undefined : `${answers} answers`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}
