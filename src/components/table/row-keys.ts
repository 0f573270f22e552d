import type { Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell } from '../base/dataset/cell.js';

/**
 * What rows are chosen by, from one row to another, both included, whichever is first. `answer` holds the rows that are in the page, of
 * which the first is row `offset` of all; where it does not hold them, `ask` gets them.
 */
export async function keysBetween(
  { rows, offset }: { readonly rows: ViewData; readonly offset: number },
  rowKey: string,
  [one, other]: readonly [number, number],
  ask: (offset: number, limit: number) => Promise<ViewData>,
): Promise<readonly Value[]> {
  const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
  const isHere = from >= offset && to <= offset + rows.length;
  const found = isHere ? rows : await ask(from, to - from);
  const first = isHere ? from - offset : 0;
  return Array.from({ length: to - from }, (_, at) => cell(found, rowKey, first + at));
}
