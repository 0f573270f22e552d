/** Rows of an entity that came to remain and that ceased to, since another filter. */
export interface MaskChanges {
  readonly entered: Uint32Array;
  readonly left: Uint32Array;
}

/** Which entities remain. What is counted under it is counted on from the filter before, by the entities in which the two differ. */
export class EntityFilter {
  /** What two filters share only if they are the same. */
  readonly key: string;
  /** 1 or 0 by row of the entities' table, and last for facts that belong to none; made by `entityMask`. */
  readonly mask: Uint8Array;
  #remaining: Uint32Array | undefined;
  #excluded: Uint32Array | undefined;
  #before: EntityFilter | undefined;
  #changes: MaskChanges | undefined;
  #count: number | undefined;

  constructor(key: string, mask: Uint8Array) {
    this.key = key;
    this.mask = mask;
  }

  /** How many remain. */
  get count(): number {
    return (this.#count ??= this.#remaining?.length ?? onesOf(this.mask));
  }

  /** All that remain. */
  get remaining(): Uint32Array {
    return (this.#remaining ??= placesOf(this.mask, 1));
  }

  /** All others. */
  get excluded(): Uint32Array {
    return (this.#excluded ??= placesOf(this.mask, 0));
  }

  /** What is different from a filter over the same entities. */
  changesFrom(before: EntityFilter): MaskChanges {
    if (this.#changes === undefined || this.#before !== before) {
      this.#changes = differences(this.mask, before.mask);
      this.#before = before;
      this.#count ??= before.count + this.#changes.entered.length - this.#changes.left.length;
    }
    return this.#changes;
  }
}

/** A mask of zeros for so many; four of them can be looked at together. */
export function entityMask(length: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer((length + 3) & -4), 0, length);
}

/** Leaves of a mask what another lets remain, too. */
export function and(mask: Uint8Array, other: Uint8Array): void {
  const [words, others] = [wordsOf(mask), wordsOf(other)];
  for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & (others[at] ?? 0);
}

function differences(mask: Uint8Array, before: Uint8Array): MaskChanges {
  const [words, others] = [wordsOf(mask), wordsOf(before)];
  const room = roomFor(mask.length);
  // What entered stands at the start of the room, what left at its end, last first.
  let entered = 0;
  let left = room.length;
  for (let word = 0; word < words.length; word++) {
    if (words[word] === others[word]) continue;
    const end = Math.min(4 * word + 4, mask.length);
    for (let at = 4 * word; at < end; at++) {
      if (mask[at] === before[at]) continue;
      if (mask[at] === 1) room[entered++] = at;
      else room[--left] = at;
    }
  }
  return { entered: room.slice(0, entered), left: room.slice(left).reverse() };
}

function placesOf(bytes: Uint8Array, value: number): Uint32Array {
  const places = roomFor(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    places[count] = at;
    count += Number(bytes[at] === value);
  }
  return places.slice(0, count);
}

function onesOf(mask: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < mask.length; at++) count += mask[at] ?? 0;
  return count;
}

function wordsOf(mask: Uint8Array): Int32Array {
  return new Int32Array(mask.buffer, 0, (mask.length + 3) >> 2);
}

/** Written anew each time. */
let room = new Uint32Array(0);

function roomFor(length: number): Uint32Array {
  if (room.length < length) room = new Uint32Array(length);
  return room;
}
