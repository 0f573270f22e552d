import type { Coding } from './coding.js';
import type { Cube } from './cube.js';
import { fits, sumUp } from './cube.js';
import type { GroupAnswer } from './group-answer.js';

/**
 * Builds the cubes of every two views of one table whose groups are the codes of a field: a filter on the field of the one is a line
 * of the other, and the other way round. Stops after each; gives back the views that it left for later.
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
        other.answer.adopt(fieldOf(one.answer), one.axis, along(counts, one.axis.size, other.axis.size, other.answer));
        one.answer.adopt(fieldOf(other.answer), other.axis, across(counts, other.axis.size, one.answer));
        yield;
      }
    }
  }
  const taken = new Set(plain.map(({ answer }) => answer));
  return answers.filter((answer) => !taken.has(answer));
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

/** The cube of counts whose first codes are the axis, the second the cells of a view. */
function along(counts: Uint32Array, axisSize: number, size: number, { plan }: GroupAnswer): Cube {
  const stride = plan.cells.count + 1;
  const lines = new Uint32Array((axisSize + 1) * stride);
  for (let code = 0; code < axisSize; code++) lines.set(counts.subarray(code * size, (code + 1) * size), (code + 1) * stride);
  sumUp(lines, stride);
  return { lines, stride };
}

/** The same where the second codes are the axis, the first the cells. */
function across(counts: Uint32Array, axisSize: number, { plan }: GroupAnswer): Cube {
  const stride = plan.cells.count + 1;
  const lines = new Uint32Array((axisSize + 1) * stride);
  for (let at = 0, cell = 0, code = 0; at < counts.length; at++) {
    lines[(code + 1) * stride + cell] = counts[at] ?? 0;
    if (++code < axisSize) continue;
    code = 0;
    cell++;
  }
  sumUp(lines, stride);
  return { lines, stride };
}

function fieldOf({ plan }: GroupAnswer): string {
  return plan.spec.by?.[0]?.field ?? '';
}

/** The codes that clauses on the view's field are answered by, if they are also its groups; rows in no group have the code of unknown. */
function axisOf({ plan }: GroupAnswer): Coding | undefined {
  const axis = plan.index.axis(plan.spec.by?.[0]?.field ?? '');
  return axis?.codes === plan.cells.codes ? axis : undefined;
}

/** Whether the view counts the rows of the codes of one field and nothing else. */
function countsCodes(answer: GroupAnswer): boolean {
  const { plan } = answer;
  return plan.leaves.length === 1 && plan.where.length === 0 && plan.groupings.length === 1 && axisOf(answer) !== undefined;
}
