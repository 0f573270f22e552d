import { msg } from '@lit/localize';
import { dictionary } from '../../metrics/dictionary.js';

/** What readers call a field, from the dictionary; the field's own name where no view shows it. */
export function fieldLabel(field: string): string {
  if (field === 'visited_at') return msg('Visits', { id: 'field.visits' });
  const entry = dictionary().find(({ id }) => id === field || id.endsWith(`.${field}`));
  return entry?.label ?? field;
}
