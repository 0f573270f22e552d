import type { Connection, PartKind, PartStatus, PartWants } from '../../../workers/connect.js';

/** Parts that are asked for on demand: what widgets of one dataset want, as one question to the worker. */
export class PartDemand {
  /** How far each kind has come. */
  statuses: ReadonlyMap<PartKind, PartStatus> = new Map();
  /** `auto`: what is on screen, and all where few are missing or the reader asked; `all`; `paused`: what is on screen alone. */
  mode: 'auto' | 'all' | 'paused' = 'auto';

  readonly #dataset: string;
  readonly #connection: Connection;
  readonly #changed: () => void;
  readonly #wants = new Map<string, PartWants>();
  /** The kind of which all are asked for, whoever is on screen. */
  #whole: PartKind | undefined;
  #asked = '[]';
  #isDue = false;

  /** `changed`: something else is asked for than before. */
  constructor(dataset: string, connection: Connection, changed: () => void) {
    this.#dataset = dataset;
    this.#connection = connection;
    this.#changed = changed;
  }

  /** What a widget wants now, in the place of what it wanted before; undefined for nothing. */
  want(slot: string, wants: PartWants | undefined): void {
    this.#wants.delete(slot);
    if (wants !== undefined) this.#wants.set(slot, wants);
    this.#askSoon();
  }

  /** Whether widgets want more of a kind than what is on screen, and it is asked for. */
  asksForMore(kind: PartKind): boolean {
    const together = this.#together().find((wants) => wants.kind === kind);
    return together !== undefined && (together.rest === 'all' || together.rest.some((id) => !together.first.includes(id)));
  }

  /** Asks for nothing but what is on screen, until `goOn`. */
  pause(): void {
    this.mode = 'paused';
    this.#whole = undefined;
    this.#askSoon();
  }

  /** Asks for all that is wanted, what failed included; with `whole` for all of a kind, also while nobody on screen needs it. */
  goOn(whole?: PartKind): void {
    this.mode = 'all';
    this.#whole = whole;
    void this.#connection.retryParts(this.#dataset);
    this.#askSoon();
  }

  /** Asks for all that is wanted of data that were opened anew, of which nothing has been asked. */
  askAnew(): void {
    this.#asked = '[]';
    this.#askSoon();
  }

  /** Asks again for what failed. */
  retry(): void {
    void this.#connection.retryParts(this.#dataset);
  }

  /** Once for all widgets that draw in one turn. */
  #askSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      const wants = this.#together();
      const asked = JSON.stringify(wants);
      if (asked === this.#asked) return;
      this.#asked = asked;
      void this.#connection.want(this.#dataset, wants);
      this.#changed();
    });
  }

  #together(): readonly PartWants[] {
    const whole = this.#whole === undefined ? [] : [this.#whole];
    const kinds = [...new Set([...[...this.#wants.values()].map(({ kind }) => kind), ...whole])];
    return kinds.map((kind) => {
      const latestFirst = [...this.#wants.values()].filter((wants) => wants.kind === kind).reverse();
      const rests = this.mode === 'paused' ? [] : latestFirst.map(({ rest }) => rest);
      return {
        kind,
        first: [...new Set(latestFirst.flatMap(({ first }) => first))],
        rest: kind === this.#whole || rests.includes('all') ? 'all' : [...new Set(rests.flat())],
      };
    });
  }
}
