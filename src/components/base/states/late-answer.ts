import type { ReactiveControllerHost } from 'lit';
import { outsideZone } from '../../../workers/connect.js';

/** Milliseconds after which what is drawn no longer passes for the answer to what was asked last. */
const LATE = 1000;

/** Whether the answer that an element waits for is late, so that what it still shows can be marked; draws it when that changes. */
export class LateAnswer {
  isLate = false;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** A question is asked. Late stays late until there is an answer, also where a newer question takes the place of one. */
  await(): void {
    if (this.#timer === undefined) outsideZone(() => (this.#timer = setTimeout(() => this.#set(true), LATE)));
  }

  /** The newest question is answered, or asked no more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#set(false);
  }

  #set(isLate: boolean): void {
    if (isLate === this.isLate) return;
    this.isLate = isLate;
    this.#host.requestUpdate();
  }
}
