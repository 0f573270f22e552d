/** Small whole numbers by row, all below `size`. */
export interface Coded {
  readonly codes: Uint16Array;
  readonly size: number;
}

/** Codings that are counted as one: their combinations, the last member's codes running fastest. */
interface Block extends Coded {
  /** Of each member its place among the codings, and its code in each combination. */
  readonly members: readonly { readonly place: number; readonly size: number; readonly codeOf: Uint16Array }[];
}

/** Combinations of one block at most. */
const BLOCK = 512;
/** Combinations of two blocks that are counted together at most: with more, counts would leave the processor's cache. */
const JOINT = 1 << 18;

/** Takes how many rows have each code of coding `a` with each of coding `b`, those with the first code of `a` first. */
export type TakeCounts = (a: number, b: number, counts: Uint32Array) => void;

/**
 * Counts the rows of every two of the codings that are `wanted`, each two once. Codings of few codes are counted as one, so that a
 * pass over the rows is made for fewer pairs than there are.
 */
export function countPairs(codings: readonly Coded[], wanted: (a: number, b: number) => boolean, take: TakeCounts): void {
  const blocks = blocksOf(codings);
  const alone = new Set(blocks.filter(({ members }) => members.length > 1));
  for (const [at, left] of blocks.entries()) {
    for (const right of blocks.slice(at + 1)) {
      const isSmall = left.size * right.size <= Math.min(JOINT, left.codes.length / 4);
      const joint = isSmall ? count(left, right) : undefined;
      for (const a of left.members) {
        for (const b of right.members) {
          if (!wanted(a.place, b.place)) continue;
          const [first, second] = [codings[a.place], codings[b.place]];
          if (joint !== undefined) take(a.place, b.place, folded(joint, a, b));
          else if (first !== undefined && second !== undefined) take(a.place, b.place, count(first, second));
        }
      }
      if (joint === undefined) continue;
      if (alone.delete(left)) within(left, folded(joint, wholeOf(left), nothingOf(right)), wanted, take);
      if (alone.delete(right)) within(right, folded(joint, nothingOf(left), wholeOf(right)), wanted, take);
    }
  }
  for (const block of alone) within(block, count(block, { codes: new Uint16Array(block.codes.length), size: 1 }), wanted, take);
}

type Digit = Pick<Block['members'][number], 'size' | 'codeOf'>;

function blocksOf(codings: readonly Coded[]): Block[] {
  const blocks: Block[] = [];
  const bySize = [...codings.entries()].sort(([, a], [, b]) => a.size - b.size);
  for (const [place, { codes, size }] of bySize) {
    const last = blocks.at(-1);
    if (last === undefined || last.size * size > BLOCK) {
      blocks.push({ codes, size, members: [{ place, size, codeOf: Uint16Array.from({ length: size }, (_, code) => code) }] });
      continue;
    }
    const product = last.size * size;
    const members = last.members.map((member) => ({
      ...member,
      codeOf: Uint16Array.from({ length: product }, (_, at) => member.codeOf[Math.floor(at / size)] ?? 0),
    }));
    const room = last.members.length > 1 ? last.codes : new Uint16Array(codes.length);
    const added = { place, size, codeOf: Uint16Array.from({ length: product }, (_, at) => at % size) };
    blocks[blocks.length - 1] = { codes: combined(last.codes, codes, size, room), size: product, members: [...members, added] };
  }
  return blocks;
}

function combined(a: Uint16Array, b: Uint16Array, size: number, codes: Uint16Array): Uint16Array {
  for (let row = 0; row < codes.length; row++) codes[row] = (a[row] ?? 0) * size + (b[row] ?? 0);
  return codes;
}

function count(a: Coded, b: Coded): Uint32Array {
  const counts = new Uint32Array(a.size * b.size);
  const [left, right, size] = [a.codes, b.codes, b.size];
  for (let row = 0; row < left.length; row++) {
    const at = (left[row] ?? 0) * size + (right[row] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Counts of two blocks, by one member of each. */
function folded(joint: Uint32Array, a: Digit, b: Digit): Uint32Array {
  const counts = new Uint32Array(a.size * b.size);
  const [rows, columns] = [a.codeOf, b.codeOf];
  let from = 0;
  for (let row = 0; row < rows.length; row++) {
    const line = (rows[row] ?? 0) * b.size;
    for (let column = 0; column < columns.length; column++) {
      const at = line + (columns[column] ?? 0);
      counts[at] = (counts[at] ?? 0) + (joint[from++] ?? 0);
    }
  }
  return counts;
}

/** Counts of every two members of one block, from those of the block. */
function within({ members }: Block, whole: Uint32Array, wanted: (a: number, b: number) => boolean, take: TakeCounts): void {
  for (const [at, a] of members.entries()) {
    for (const b of members.slice(at + 1)) {
      if (!wanted(a.place, b.place)) continue;
      const counts = new Uint32Array(a.size * b.size);
      for (let combination = 0; combination < whole.length; combination++) {
        const cell = (a.codeOf[combination] ?? 0) * b.size + (b.codeOf[combination] ?? 0);
        counts[cell] = (counts[cell] ?? 0) + (whole[combination] ?? 0);
      }
      take(a.place, b.place, counts);
    }
  }
}

/** Every combination by itself. */
function wholeOf({ size }: Coded): Digit {
  return { size, codeOf: Uint16Array.from({ length: size }, (_, at) => at) };
}

/** All combinations as one. */
function nothingOf({ size }: Coded): Digit {
  return { size: 1, codeOf: new Uint16Array(size) };
}
