import type { Predicate } from '../../../metrics/types.js';
import { codeTest } from './code-test.js';
import type { ViewPlan } from './view-plan.js';

/**
 * Filters on fields of which all rows of a cell have the same value, as the section of a problem: they keep cells or leave them out,
 * whatever rows are in them.
 */
export class CellFilter {
  readonly #plan: Pick<ViewPlan, 'index' | 'cells'>;
  readonly #codesOf = new Map<string, Uint16Array | undefined>();

  constructor(plan: Pick<ViewPlan, 'index' | 'cells'>) {
    this.#plan = plan;
  }

  /** Cells that the predicates keep, as 1 and 0; undefined where one cuts through a cell. */
  mask(predicates: readonly Predicate[]): Uint8Array | undefined {
    const { index, cells } = this.#plan;
    const kept = new Uint8Array(cells.count).fill(1);
    for (const predicate of predicates) {
      const test = codeTest(index.axis(predicate.field), predicate);
      const codes = this.#codes(predicate.field);
      if (test === undefined || codes === undefined) return undefined;
      for (let cell = 0; cell < kept.length; cell++) kept[cell] = (kept[cell] ?? 0) & (test.passing[codes[cell] ?? 0] ?? 0);
    }
    return kept;
  }

  /** The code of each cell on a field; undefined where a cell has several. */
  #codes(field: string): Uint16Array | undefined {
    if (this.#codesOf.has(field)) return this.#codesOf.get(field);
    const { index, cells } = this.#plan;
    const axis = index.axis(field);
    const codes = new Uint16Array(cells.count + 1);
    const met = new Uint8Array(cells.count + 1);
    met[cells.count] = 2;
    let isOne = axis !== undefined;
    for (let row = 0; isOne && row < index.length; row++) {
      const cell = cells.codes[row] ?? 0;
      const code = axis?.codes[row] ?? 0;
      if (met[cell] === 0) codes[cell] = code;
      else if (met[cell] === 1) isOne = codes[cell] === code;
      met[cell] = met[cell] === 0 ? 1 : (met[cell] ?? 0);
    }
    this.#codesOf.set(field, isOne ? codes : undefined);
    return isOne ? codes : undefined;
  }
}
