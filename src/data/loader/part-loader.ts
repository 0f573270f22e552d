import { PART_KINDS } from '../parts.js';
import type { Part, PartFailure, PartKind, PartSource, PartState, PartStatus, PartWants } from '../parts.js';
import type { Snapshot } from '../provider.js';
import { StatsError } from '../stats-error.js';
import type { StatsErrorData } from '../stats-error.js';

/** Hosts are asked for so many parts at once. */
const AT_ONCE = 6;

/** Parts that came are handed on in bundles of so many, while something on screen waits, and else. */
const BUNDLE = { onScreen: AT_ONCE, behind: 100 } as const;

/** After so many failures of a kind in a row the host is taken not to have it, and asked for no more of it until somebody asks again. */
const FAILURES_IN_A_ROW = 12;

/** Parts on screen that came wait no longer for a slow one to fill their bundle, in milliseconds. */
export const LATEST = 500;

/** What a PartLoader does its work with. */
export interface PartWorld {
  /** Settles after a while. */
  readonly wait: (ms: number) => Promise<void>;
  readonly fetch: (kind: PartKind, id: string, signal: AbortSignal) => Promise<unknown>;
  /** Parts came, or failed. `idle`: nothing that is wanted is still to come. */
  readonly arrived: (parts: readonly Part[], idle: boolean) => void;
  readonly changed: (status: PartStatus) => void;
}

interface Call {
  readonly kind: PartKind;
  readonly id: string;
  readonly controller: AbortController;
}

/** Asks for the parts of a snapshot that are wanted: those on screen first, at most six at once, and no more once they are not wanted. */
export class PartLoader {
  readonly #source: PartSource;
  readonly #world: PartWorld;
  #snapshot: Snapshot | undefined;
  #states = new Map<PartKind, Map<string, PartState>>();
  #wants: readonly PartWants[] = [];
  #calls = new Map<string, Call>();
  #arrived: Part[] = [];
  #failures = new Map<PartKind, Map<string, StatsErrorData>>();
  /** Why nothing at all is asked for, and why nothing of a kind. */
  #stopped: StatsErrorData | undefined;
  #halted = new Map<PartKind, StatsErrorData>();
  #failedInARow = new Map<PartKind, number>();
  readonly #told = new Map<PartKind, string>();
  #whenIdle: (() => void)[] = [];

  constructor(source: PartSource, world: PartWorld) {
    this.#source = source;
    this.#world = world;
  }

  /** Goes on with another snapshot: what was under way for the one before is cancelled. `filled` asked for parts that are in it already. */
  over(snapshot: Snapshot, filled?: PartLoader): void {
    this.close();
    this.#snapshot = snapshot;
    this.#forgetStops();
    for (const kind of PART_KINDS) {
      const states = snapshot.notes.onDemand === undefined ? undefined : this.#source.states(snapshot, kind);
      if (states !== undefined) this.#states.set(kind, new Map(states));
      const failures = [...((filled ?? this).#failures.get(kind) ?? [])].filter(([id]) => states?.get(id) === 'failed');
      this.#failures.set(kind, new Map(failures));
    }
    this.#goOn();
  }

  /** Takes the place of all that was wanted before. */
  want(wants: readonly PartWants[]): void {
    this.#wants = wants;
    this.#cancel((call) => !this.#isWanted(call));
    this.#goOn();
  }

  /** Asks again for what failed, as far as it is wanted; it is told as failed until it has come. */
  retry(): void {
    for (const [kind, failures] of this.#failures) for (const id of failures.keys()) this.#states.get(kind)?.set(id, 'waiting');
    this.#forgetStops();
    this.#goOn();
  }

  /** Settles when nothing that is wanted is still to come. */
  whenIdle(): Promise<void> {
    return this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  close(): void {
    for (const { controller } of this.#calls.values()) controller.abort();
    this.#calls.clear();
    this.#states.clear();
    this.#arrived = [];
    this.#settle();
  }

  #forgetStops(): void {
    this.#stopped = undefined;
    for (const map of [this.#halted, this.#failedInARow]) map.clear();
  }

  #goOn(): void {
    while (this.#stopped === undefined && this.#calls.size < AT_ONCE) {
      const next = this.#next();
      if (next === undefined) break;
      this.#ask(next);
    }
    this.#handOn();
    this.#tell();
    if (this.#isIdle()) this.#settle();
  }

  #ask({ kind, id }: Pick<Call, 'kind' | 'id'>): void {
    const call: Call = { kind, id, controller: new AbortController() };
    const key = keyOf(call);
    this.#calls.set(key, call);
    const done = (settle: () => void): void => {
      if (this.#calls.get(key) !== call) return;
      this.#calls.delete(key);
      settle();
      this.#goOn();
    };
    this.#world.fetch(kind, id, call.controller.signal).then(
      (body) => done(() => this.#came(call, body)),
      (thrown: unknown) => done(() => this.#failed(call, StatsError.from(thrown, 'http'))),
    );
  }

  #came({ kind, id }: Call, body: unknown): void {
    this.#failedInARow.delete(kind);
    this.#failures.get(kind)?.delete(id);
    this.#states.get(kind)?.set(id, 'there');
    this.#add({ kind, id, body });
  }

  #add(part: Part): void {
    this.#arrived.push(part);
    const bundle = this.#arrived;
    if (bundle.length > 1) return;
    void this.#world.wait(LATEST).then(() => {
      if (this.#arrived === bundle && this.#isSeen(bundle)) this.#handOn(true);
    });
  }

  /** Without a server or a signed-in reader nothing can come; that is no failure of this one part. */
  #failed({ kind, id }: Call, error: StatsError): void {
    const data = error.toData();
    if (error.code === 'aborted' || error.code === 'offline' || error.code === 'signed-out') return this.#stop(data);
    this.#states.get(kind)?.set(id, 'failed');
    const failures = this.#failures.get(kind) ?? new Map<string, StatsErrorData>();
    this.#failures.set(kind, failures.set(id, data));
    this.#add({ kind, id, body: undefined });
    const inARow = (this.#failedInARow.get(kind) ?? 0) + 1;
    this.#failedInARow.set(kind, inARow);
    if (inARow < FAILURES_IN_A_ROW) return;
    this.#halted.set(kind, data);
    this.#cancel((call) => call.kind === kind);
  }

  #stop(error: StatsErrorData): void {
    this.#stopped = error;
    this.#cancel(() => true);
  }

  #cancel(isMeant: (call: Call) => boolean): void {
    for (const [key, call] of this.#calls) {
      if (!isMeant(call)) continue;
      this.#calls.delete(key);
      call.controller.abort();
    }
  }

  /** Bundles, since everything that is shown is computed anew with each. */
  #handOn(isLate = false): void {
    const parts = this.#arrived;
    const idle = this.#isIdle();
    const onScreen = this.#firsts().some((call) => this.#isMissing(call));
    const isEnough = parts.length >= (onScreen ? BUNDLE.onScreen : BUNDLE.behind);
    const isSeen = !onScreen && this.#isSeen(parts);
    if (parts.length === 0 || !(isLate || idle || isEnough || isSeen)) return;
    this.#arrived = [];
    this.#world.arrived(parts, idle);
  }

  #isSeen(parts: readonly Part[]): boolean {
    return this.#firsts().some(({ kind, id }) => parts.some((part) => part.kind === kind && part.id === id));
  }

  /** Told where something else than the count changed, and for each hundredth of the whole: a page draws anew with each. */
  #tell(): void {
    for (const [kind, states] of this.#states) {
      const there = [...states.values()].filter((state) => state === 'there').length;
      const failures = this.#failures.get(kind) ?? new Map<string, StatsErrorData>();
      const running = [...this.#calls.values()].some((call) => call.kind === kind);
      const step = Math.ceil(states.size / 100);
      const stopped = this.#stopped ?? this.#halted.get(kind);
      const told = JSON.stringify([states.size, Math.floor(there / step), failures.size, running, stopped, running || there]);
      if (this.#told.get(kind) === told) continue;
      this.#told.set(kind, told);
      this.#world.changed({
        kind,
        of: states.size,
        there,
        failed: [...states.keys()].flatMap((id) => this.#failureOf(id, failures.get(id))),
        running,
        ...(stopped === undefined ? {} : { stopped }),
      });
    }
  }

  #failureOf(id: string, error: StatsErrorData | undefined): readonly PartFailure[] {
    if (error === undefined || this.#snapshot === undefined) return [];
    return [{ id, title: this.#source.title(this.#snapshot, id), error }];
  }

  #next(): Pick<Call, 'kind' | 'id'> | undefined {
    const isFree = (call: Pick<Call, 'kind' | 'id'>): boolean => this.#isMissing(call) && !this.#calls.has(keyOf(call));
    const first = this.#firsts().find(isFree);
    if (first !== undefined) return first;
    for (const { kind, rest } of this.#wants) {
      for (const id of rest === 'all' ? (this.#states.get(kind)?.keys() ?? []) : rest) if (isFree({ kind, id })) return { kind, id };
    }
    return undefined;
  }

  #firsts(): readonly Pick<Call, 'kind' | 'id'>[] {
    return this.#wants.flatMap(({ kind, first }) => first.map((id) => ({ kind, id })));
  }

  #isMissing({ kind, id }: Pick<Call, 'kind' | 'id'>): boolean {
    return !this.#halted.has(kind) && this.#states.get(kind)?.get(id) === 'waiting';
  }

  #isWanted({ kind, id }: Call): boolean {
    return this.#wants.some(
      (wants) => wants.kind === kind && (wants.first.includes(id) || wants.rest === 'all' || wants.rest.includes(id)),
    );
  }

  #isIdle(): boolean {
    return this.#calls.size === 0 && (this.#stopped !== undefined || this.#next() === undefined);
  }

  #settle(): void {
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }
}

function keyOf({ kind, id }: Pick<Call, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
