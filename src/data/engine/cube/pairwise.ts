import type { Coding } from './coding.js';
import type { Cube } from './cube.js';
import { fits, sumUp } from './cube.js';
import type { GroupAnswer } from './group-answer.js';

/**
 * Builds the cubes of every two views of one table whose groups are made of the codes of a field: a filter on the field of the one is a
 * line of the other, and the other way round. Stops after each; gives back the views that it left for later.
 */
export function* preparePairs(answers: readonly GroupAnswer[]): Generator<undefined, readonly GroupAnswer[]> {
  const plain = answers.flatMap((answer) => {
    const axis = countsCodes(answer) ? axisOf(answer) : undefined;
    return axis === undefined ? [] : [{ answer, axis }];
  });
  for (const index of new Set(plain.map(({ answer }) => answer.plan.index))) {
    const views = plain.filter(({ answer }) => answer.plan.index === index);
    for (const [at, one] of views.entries()) {
      for (const other of views.slice(at + 1)) {
        if (!fits(one.axis.size, other.axis.size)) continue;
        const counts = countPairs(one.axis, other.axis);
        other.answer.adopt(
          fieldOf(one.answer),
          one.axis,
          cubeOf(counts, one.axis.size, other, (code, of) => code * other.axis.size + of),
        );
        one.answer.adopt(
          fieldOf(other.answer),
          other.axis,
          cubeOf(counts, other.axis.size, one, (code, of) => of * other.axis.size + code),
        );
        yield;
      }
    }
  }
  const taken = new Set(plain.map(({ answer }) => answer));
  return answers.filter((answer) => !taken.has(answer));
}

interface Plain {
  readonly answer: GroupAnswer;
  readonly axis: Coding;
}

/** How many rows have each code of one coding with each of another, those with the first code of `a` first. */
function countPairs(a: Coding, b: Coding): Uint32Array {
  const counts = new Uint32Array(a.size * b.size);
  const [left, right, size] = [a.codes, b.codes, b.size];
  for (let row = 0; row < left.length; row++) {
    const at = (left[row] ?? 0) * size + (right[row] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The cube of counts by the codes of an axis and those of a view, which stand at a place; several codes may be one cell of the view. */
function cubeOf(counts: Uint32Array, axisSize: number, { answer, axis }: Plain, placeOf: (code: number, of: number) => number): Cube {
  const { cells } = answer.plan;
  const cellOf = cells.raw?.cellOf;
  const stride = cells.count + 1;
  const lines = new Uint32Array((axisSize + 1) * stride);
  for (let code = 0; code < axisSize; code++) {
    const line = (code + 1) * stride;
    for (let of = 0; of < axis.size; of++) {
      const at = line + (cellOf === undefined ? of : (cellOf[of] ?? 0));
      lines[at] = (lines[at] ?? 0) + (counts[placeOf(code, of)] ?? 0);
    }
  }
  sumUp(lines, stride);
  return { lines, stride };
}

function fieldOf({ plan }: GroupAnswer): string {
  return plan.spec.by?.[0]?.field ?? '';
}

/** The codes that clauses on the view's field are answered by, if its groups are made of them, too. */
function axisOf({ plan }: GroupAnswer): Coding | undefined {
  const axis = plan.index.axis(plan.spec.by?.[0]?.field ?? '');
  return axis !== undefined && plan.groupings[0]?.coding === axis ? axis : undefined;
}

/** Whether the view counts the rows of the groups of one field and nothing else. */
function countsCodes(answer: GroupAnswer): boolean {
  const { plan } = answer;
  return plan.leaves.length === 1 && plan.where.length === 0 && plan.groupings.length === 1 && axisOf(answer) !== undefined;
}
