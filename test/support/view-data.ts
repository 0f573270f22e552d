import type { Column, ResultColumn, ViewData } from '../../src/workers/connect.js';
import type { Value } from '../../src/metrics/types.js';

/** An answer made by hand: a column of texts or numbers by name; `null` is unknown. The meaning of a column is its name unless given. */
export function viewData(columns: Readonly<Record<string, readonly Value[]>>, meanings: Readonly<Record<string, string>> = {}): ViewData {
  const made = Object.entries(columns).map(([name, values]): ResultColumn => ({
    name,
    field: name,
    meaning: meanings[name] ?? name,
    data: columnOf(values),
  }));
  const length = Object.values(columns)[0]?.length ?? 0;
  return { view: 'by-hand', length, total: length, columns: made, applied: [], unanswered: [] };
}

function columnOf(values: readonly Value[]): Column {
  if (values.some((value) => typeof value === 'string')) {
    const dictionary = [...new Set(values.filter((value) => typeof value === 'string'))];
    return {
      type: 'category',
      dictionary,
      codes: Int32Array.from(values, (value) => (typeof value === 'string' ? dictionary.indexOf(value) : -1)),
    };
  }
  return { type: 'number', values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)) };
}
