/** Rows of an entity that came to remain and that ceased to, since another filter. */
export interface MaskChanges {
  readonly entered: Uint32Array;
  readonly left: Uint32Array;
}

/** Which entities remain. What is counted under it is counted on from the filter before, by the entities in which the two differ. */
export class EntityFilter {
  /** What two filters share only if they are the same. */
  readonly key: string;
  /** 1 or 0 by row of the entities' table, and last for facts that belong to none. */
  readonly mask: Uint8Array;
  #remaining: Uint32Array | undefined;
  #before: EntityFilter | undefined;
  #changes: MaskChanges | undefined;

  constructor(key: string, mask: Uint8Array) {
    this.key = key;
    this.mask = mask;
  }

  /** All that remain. */
  get remaining(): Uint32Array {
    return (this.#remaining ??= placesOf(this.mask, 1));
  }

  /** What is different from a filter over the same entities. */
  changesFrom(before: EntityFilter): MaskChanges {
    if (this.#changes === undefined || this.#before !== before) {
      const differences = new Uint8Array(this.mask.length);
      for (let at = 0; at < differences.length; at++) differences[at] = (this.mask[at] ?? 0) + 2 * (before.mask[at] ?? 0);
      this.#changes = { entered: placesOf(differences, 1), left: placesOf(differences, 2) };
      this.#before = before;
    }
    return this.#changes;
  }
}

function placesOf(bytes: Uint8Array, value: number): Uint32Array {
  const places = new Uint32Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    places[count] = at;
    count += Number(bytes[at] === value);
  }
  return places.slice(0, count);
}
