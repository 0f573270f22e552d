const FIRST_SLOTS = 1024;

/** Numbers pairs of whole numbers from 0 in the order in which they come up. */
export class PairCodes {
  #slots = new Int32Array(FIRST_SLOTS);
  #pairs = new Int32Array(FIRST_SLOTS);
  #length = 0;

  /** Pairs so far. */
  get length(): number {
    return this.#length;
  }

  /** The number of a pair, made if it is new. */
  of(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(first, second) & mask; ; slot = (slot + 1) & mask) {
      const code = (this.#slots[slot] ?? 0) - 1;
      if (code < 0) return this.#add(slot, first, second);
      if (this.#pairs[code * 2] === first && this.#pairs[code * 2 + 1] === second) return code;
    }
  }

  /** The first number of a pair. */
  first(code: number): number {
    return this.#pairs[code * 2] ?? -1;
  }

  /** The second number of a pair. */
  second(code: number): number {
    return this.#pairs[code * 2 + 1] ?? -1;
  }

  #add(slot: number, first: number, second: number): number {
    const code = this.#length++;
    this.#slots[slot] = code + 1;
    if (code * 2 === this.#pairs.length) {
      const pairs = new Int32Array(code * 4);
      pairs.set(this.#pairs);
      this.#pairs = pairs;
    }
    this.#pairs[code * 2] = first;
    this.#pairs[code * 2 + 1] = second;
    if (this.#length * 2 > this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#length; code++) {
      let slot = hash(this.first(code), this.second(code)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
