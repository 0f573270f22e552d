import type { Part, PartKind, PartSource, PartStatus, PartWants } from '../parts.js';
import type { ProviderInput, ReadContext, Snapshot } from '../provider.js';
import { PartLoader } from './part-loader.js';

/** What the parts of a dataset need of it. */
export interface OnDemandWorld {
  readonly input: ProviderInput;
  readonly context: (signal: AbortSignal) => ReadContext;
  /** The snapshot with parts that came; `idle`: nothing that is wanted is still to come. */
  readonly merged: (snapshot: Snapshot, idle: boolean) => void;
  readonly changed: (status: readonly PartStatus[]) => void;
  /** Settles after a while. */
  readonly wait: (ms: number) => Promise<void>;
}

/** How long newer data wait to hear what is on screen, in milliseconds. */
const GRACE = 1000;

/** The parts of one dataset, over all its loads: what is wanted, and what has come of it. */
export class OnDemand {
  readonly #source: PartSource;
  readonly #world: OnDemandWorld;
  readonly #loader: PartLoader;
  readonly #statuses = new Map<PartKind, PartStatus>();
  #snapshot: Snapshot | undefined;
  /** What asked for the parts of a snapshot that is to come. */
  #filler: PartLoader | undefined;
  #wants: readonly PartWants[] | undefined;
  #heard: (() => void)[] = [];

  constructor(source: PartSource, world: OnDemandWorld) {
    this.#source = source;
    this.#world = world;
    this.#loader = new PartLoader(source, {
      wait: world.wait,
      fetch: (kind, id, signal) => this.#fetch(kind, id, signal),
      arrived: (parts, idle) => this.#arrived(parts, idle),
      changed: (status) => {
        this.#statuses.set(status.kind, status);
        world.changed([...this.#statuses.values()]);
      },
    });
  }

  /** Goes on with another snapshot, of which the same is wanted. */
  over(snapshot: Snapshot): void {
    if (snapshot === this.#snapshot) return;
    this.#snapshot = snapshot;
    this.#loader.over(snapshot, this.#filler);
    this.#filler = undefined;
  }

  want(wants: readonly PartWants[]): void {
    this.#wants = wants;
    for (const hear of this.#heard.splice(0)) hear();
    this.#loader.want(wants);
  }

  retry(): void {
    this.#loader.retry();
  }

  /** A newer snapshot with the parts that are wanted now, so that it can take the place of one that has them. */
  async filled(snapshot: Snapshot, load: AbortSignal): Promise<Snapshot> {
    if (this.#snapshot === undefined || snapshot.notes.onDemand === undefined) return snapshot;
    if (this.#wants === undefined) await Promise.race([new Promise<void>((resolve) => this.#heard.push(resolve)), this.#world.wait(GRACE)]);
    let whole = snapshot;
    const loader = (this.#filler = new PartLoader(this.#source, {
      wait: this.#world.wait,
      fetch: (kind, id, signal) => this.#fetch(kind, id, eitherOf(signal, load)),
      arrived: (parts) => (whole = this.#source.merge(whole, parts)),
      changed: () => undefined,
    }));
    loader.over(snapshot);
    loader.want(this.#wants ?? []);
    await loader.whenIdle();
    return whole;
  }

  close(): void {
    this.#loader.close();
  }

  #fetch(kind: PartKind, id: string, signal: AbortSignal): Promise<unknown> {
    return this.#source.fetch(kind, id, this.#world.input, this.#world.context(signal));
  }

  #arrived(parts: readonly Part[], idle: boolean): void {
    if (this.#snapshot === undefined) return;
    this.#snapshot = this.#source.merge(this.#snapshot, parts);
    this.#world.merged(this.#snapshot, idle);
  }
}

function eitherOf(...signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  if (signals.some(({ aborted }) => aborted)) controller.abort();
  for (const signal of signals) signal.addEventListener('abort', () => controller.abort(), { once: true });
  return controller.signal;
}
