interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly allocate: (size: number) => number;
  readonly extent: (values: number, end: number, to: number) => void;
  readonly place: (
    values: number,
    end: number,
    edges: number,
    none: number,
    perStep: number,
    lows: number,
    highs: number,
    places: number,
  ) => void;
}

/** Gaps between ascending edges about a step apart, and the least and greatest value of each, of which there is one more for unknown. */
export interface Gaps {
  readonly edges: Float64Array;
  readonly step: number;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** Numbers that lie in the kernel's memory at a time: what a processor keeps at hand. */
const PIECE = 8192;

let module: WebAssembly.Module | undefined;
let kernel: NumberKernel | undefined;

/** Hands over the kernel that a reader compiled; without it numbers are gone over by loops, to the same codes. */
export function offerKernel(compiled: WebAssembly.Module | undefined): void {
  module = compiled;
}

/** The kernel with a memory of its own; undefined where none was compiled, or there is no memory for it. */
export function numberKernel(): NumberKernel | undefined {
  if (module === undefined) return undefined;
  try {
    return (kernel ??= new NumberKernel(new WebAssembly.Instance(module).exports as Exports & WebAssembly.Exports));
  } catch {
    module = undefined;
    return undefined;
  }
}

/** Goes over columns of numbers: at once as fast as it can be, where a loop would take its time until the browser has compiled it. */
class NumberKernel {
  readonly #exports: Exports;
  readonly #values: number;
  readonly #places: number;
  readonly #ends: number;
  #gaps = 0;
  #room = 0;

  constructor(exports: Exports) {
    this.#exports = exports;
    this.#values = exports.allocate(8 * PIECE);
    this.#places = exports.allocate(2 * PIECE);
    this.#ends = exports.allocate(16);
  }

  /** The least and the greatest value; the second is below the first where none is known. */
  extent(values: Float64Array): readonly [least: number, greatest: number] {
    const { memory, extent } = this.#exports;
    const [all, ends] = [new Float64Array(memory.buffer), new Float64Array(memory.buffer, this.#ends, 2)];
    ends.set([Infinity, -Infinity]);
    for (let from = 0; from < values.length; from += PIECE) {
      const piece = values.subarray(from, from + PIECE);
      all.set(piece, this.#values / 8);
      // The room is for an even number.
      if (piece.length % 2 === 1) all[this.#values / 8 + piece.length] = NaN;
      extent(this.#values, this.#values + 8 * piece.length, this.#ends);
    }
    return [ends[0] ?? 0, ends[1] ?? 0];
  }

  /** The gap of each value, and the least and greatest value of each gap. Unknown values are past the last gap. */
  place(places: Uint16Array, values: Float64Array, { edges, step, lows, highs }: Gaps): void {
    const { length } = edges;
    const { allocate, memory, place } = this.#exports;
    if (length > this.#room) {
      this.#gaps = allocate(3 * 8 * length);
      this.#room = length;
    }
    const { buffer } = memory;
    const [all, found] = [new Float64Array(buffer), new Uint16Array(buffer, this.#places, PIECE)];
    const at = [edges, lows, highs].map((each, order) => {
      const start = this.#gaps + 8 * length * order;
      all.set(each, start / 8);
      return start;
    });
    const [ofEdges = 0, ofLows = 0, ofHighs = 0] = at;
    for (let from = 0; from < values.length; from += PIECE) {
      const piece = values.subarray(from, from + PIECE);
      all.set(piece, this.#values / 8);
      place(this.#values, this.#values + 8 * piece.length, ofEdges, length - 1, 1 / step, ofLows, ofHighs, this.#places);
      places.set(found.subarray(0, piece.length), from);
    }
    lows.set(all.subarray(ofLows / 8, ofLows / 8 + length));
    highs.set(all.subarray(ofHighs / 8, ofHighs / 8 + length));
  }
}
