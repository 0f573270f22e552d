import type { Coding } from './coding.js';
import type { Cube } from './cube.js';
import { countLines, fits, sumUp, transposed } from './cube.js';
import type { GroupAnswer } from './group-answer.js';

/**
 * Builds the cubes of every two views of one table whose groups are the codes of a field, in one pass a view: a filter on the field
 * of the one is a line of the other, and the other way round. Gives back the views that it left for later.
 */
export function preparePairs(answers: readonly GroupAnswer[]): readonly GroupAnswer[] {
  const plain = answers.filter(countsCodes);
  for (const [at, answer] of plain.entries()) {
    const axis = axisOf(answer);
    if (axis === undefined) continue;
    const later = plain.slice(at + 1).filter((other) => other.plan.index === answer.plan.index && fits(axis.size, other.plan.cells.count));
    const lines = countLines(
      axis,
      later.map((other) => other.plan.cells),
    );
    for (const [place, other] of later.entries()) {
      const otherAxis = axisOf(other);
      const counts = lines[place];
      if (counts === undefined || otherAxis === undefined) continue;
      const stride = other.plan.cells.count + 1;
      const turned = transposed({ lines: counts, stride }, axis.size, otherAxis.size, answer.plan.cells.count);
      answer.adopt(fieldOf(other), otherAxis, turned);
      sumUp(counts, stride);
      const cube: Cube = { lines: counts, stride };
      other.adopt(fieldOf(answer), axis, cube);
    }
  }
  return answers.filter((answer) => !plain.includes(answer));
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
