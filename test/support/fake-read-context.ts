import type { Fetched, ReadContext } from '../../src/data/provider.js';
import { StatsError } from '../../src/data/stats-error.js';

/** A ReadContext over answers by URL that remembers what was asked. An answer that is an Error is thrown; a missing one is a 404. */
export class FakeReadContext implements ReadContext {
  readonly asked: string[] = [];
  readonly told: [number, number | undefined][] = [];
  readonly controller = new AbortController();
  /** Most calls under way at one moment. */
  mostAtOnce = 0;
  #underWay = 0;
  #answers: ReadonlyMap<string, unknown>;
  #onCall: (asked: number) => void;

  constructor(answers: ReadonlyMap<string, unknown>, onCall: (asked: number) => void = () => undefined) {
    this.#answers = answers;
    this.#onCall = onCall;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  async fetchJson(url: string): Promise<unknown> {
    return structuredClone(await this.#answer(url));
  }

  async fetch(url: string): Promise<Fetched> {
    const body = new Blob([String(await this.#answer(url))]).stream();
    return { url, status: 200, body, headers: new Headers() };
  }

  progress(loaded: number, total?: number): void {
    this.told.push([loaded, total]);
  }

  async #answer(url: string): Promise<unknown> {
    this.asked.push(url);
    this.#underWay++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    this.#onCall(this.asked.length);
    await new Promise((settle) => {
      setTimeout(settle);
    });
    this.#underWay--;
    if (this.signal.aborted) throw new StatsError('aborted', 'The load was cancelled.');
    const answer = this.#answers.get(url);
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw new StatsError('http', `${url} answered 404.`, { status: 404 });
    return answer;
  }
}
