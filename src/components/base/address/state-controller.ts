import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { outsideZone, StatsError } from '../../../workers/connect.js';
import { StatsErrorEvent } from '../events.js';
import type { PageDataset } from '../dataset/page-dataset.js';
import { addressParameter, decodeState, encodeState, fittingState, readAddress, writeAddress } from './state-address.js';
import { isUnset } from './state-snapshot.js';
import type { DatasetState } from './state-snapshot.js';

/** An element whose state may stand in the page's address. */
export interface StatefulHost extends ReactiveControllerHost, HTMLElement {
  readonly urlState: boolean | null | undefined;
  readonly pageDataset: PageDataset | undefined;
  getState(): DatasetState;
  setState(state: unknown): void;
}

/** Browsers slow down a page that writes its address more often. */
const PAUSE_MS = 250;

let isWarned = false;

const hosts = new Set<StatefulHost>();

/** Elements of the page that keep the state of a dataset in its address. */
export function keepersOf(dataset: PageDataset | undefined): readonly StatefulHost[] {
  return dataset === undefined ? [] : [...hosts].filter(({ urlState, pageDataset }) => urlState && pageDataset === dataset);
}

/** Restores the state of an element from the address before it is drawn first, and writes it there after changes. */
export class StateController implements ReactiveController {
  #host: StatefulHost;
  #restored = false;
  /** Whose state was set last. */
  #dataset: PageDataset | undefined;
  #parameter = '';
  #written: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StatefulHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Call once the dataset is known, before drawing; only the first call after the element came into the page counts. */
  restore(): void {
    const { urlState, pageDataset } = this.#host;
    if (this.#restored || !urlState || pageDataset === undefined) return;
    this.#restored = true;
    // An element that only moves keeps what is set, which may be newer than the address.
    if (pageDataset === this.#dataset) return;
    this.#parameter = addressParameter(this.#host.id);
    this.#written = readAddress(this.#parameter);
    if (this.#written === undefined) return;
    const errors: StatsError[] = [];
    try {
      this.#set(
        decodeState(this.#written, (error) => errors.push(error)),
        errors,
      );
    } catch (thrown) {
      errors.push(StatsError.from(thrown));
    }
    // What could not be read stays in the address until the reader changes something: it may be of a newer page.
    this.#written = textOf(this.#host.getState());
    const [first] = errors;
    if (first === undefined) return;
    const message = errors.map((error) => error.message).join('; ');
    this.#host.dispatchEvent(new StatsErrorEvent({ code: first.code, message, retry: () => undefined }));
  }

  /** Sets a state, and where its tab is none of the host's, all else of it. */
  #set({ tab, ...state }: DatasetState, errors: StatsError[]): void {
    try {
      this.#host.setState(tab === undefined ? state : { ...state, tab });
    } catch (thrown) {
      if (tab === undefined) throw thrown;
      errors.push(StatsError.from(thrown));
      this.#host.setState(state);
    }
  }

  hostConnected(): void {
    hosts.add(this.#host);
  }

  hostUpdated(): void {
    // An element that was removed is drawn once more; the address may be that of another page of the host by then.
    if (!this.#restored || !this.#host.isConnected) return;
    this.#dataset = this.#host.pageDataset;
    if (this.#timer !== undefined) return;
    outsideZone(() => {
      this.#timer = setTimeout(() => this.#write(), PAUSE_MS);
    });
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    this.#restored = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #write(): void {
    this.#timer = undefined;
    if (!this.#host.urlState) return;
    const text = textOf(this.#host.getState());
    const parameter = addressParameter(this.#host.id);
    if (parameter !== this.#parameter) writeAddress(this.#parameter, undefined);
    else if (text === this.#written) return;
    [this.#parameter, this.#written] = [parameter, text];
    writeAddress(parameter, text);
  }
}

/** A state as it stands in the address; that not all of it does is said once. */
function textOf(state: DatasetState): string | undefined {
  const fitting = fittingState(state);
  if (fitting !== state && !isWarned) {
    isWarned = true;
    console.warn('learner-elements: what is chosen makes too long an address; the longest lists of values are left out of it.');
  }
  return isUnset(fitting) ? undefined : encodeState(fitting);
}
