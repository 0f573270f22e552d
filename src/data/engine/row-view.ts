import type { ViewSpec } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import type { Located, Relations } from './fields.js';
import type { Unsorted } from './result.js';
import { clauseField } from './selection.js';

/** The selected fields of the rows that pass, in the order of the table. Throws `unknown-field`. */
export function rowView(relations: Relations, spec: ViewSpec, mask: Uint8Array): Unsorted {
  const rows = Int32Array.from(mask.keys()).filter((row) => mask[row] === 1);
  const columns = (spec.select ?? []).map((selected) => {
    const { field, as } = typeof selected === 'string' ? { field: selected, as: undefined } : selected;
    const located = locateField(relations, spec, field);
    return {
      name: as ?? field,
      field: clauseField(relations, spec.table, field),
      meaning: `${located.table}.${located.field}`,
      data: relations.column(spec.table, located),
    };
  });
  return { rows, columns };
}

/** Where a view finds a field on its own rows. Throws `unknown-field`, naming both. */
export function locateField(relations: Relations, spec: ViewSpec, field: string): Located {
  const located = relations.locate(spec.table, field);
  if (located !== undefined) return located;
  throw new StatsError('unknown-field', `View "${spec.id}": neither "${spec.table}" nor a parent of it has the field "${field}".`);
}
