import type { Params } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import type { ShownColumn } from './table-column.js';

/** The decimals of columns, which do not change as rows of one list come by. */
export class KeptDecimals {
  #most = new Map<string, number>();
  #list = '';

  /** Columns with as many decimals as they ever had in that list: of those data, so filtered, searched and sorted. */
  keep(
    columns: readonly ShownColumn[],
    data: string | undefined,
    { applied, soFar, total }: ViewData,
    { sort, search }: Params,
  ): readonly ShownColumn[] {
    const list = JSON.stringify([data, applied, sort, search, soFar === undefined && total]);
    if (list !== this.#list) this.#most.clear();
    this.#list = list;
    for (const { column, decimals } of columns) this.#most.set(column, Math.max(decimals, this.#most.get(column) ?? 0));
    return columns.map((shown) => ({ ...shown, decimals: this.#most.get(shown.column) ?? 0 }));
  }
}
