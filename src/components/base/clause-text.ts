import { msg, str } from '@lit/localize';
import { dictionary } from '../../metrics/dictionary.js';
import type { Clause } from '../../metrics/types.js';
import { fieldLabel } from './field-label.js';
import { formatValue } from './format.js';
import type { FormatOptions } from './format.js';

/** A clause in words: "Track: audit, honor". */
export function clauseText(clause: Clause, options: FormatOptions): string {
  const unit = dictionary().find(({ id }) => id === clause.field || id.endsWith(`.${clause.field}`))?.unit ?? 'text';
  const label = fieldLabel(clause.field);
  if (clause.range !== undefined) {
    const [from, to] = clause.range.map((edge) => formatValue(edge, unit, options));
    return msg(str`${label}: from ${from} to ${to}`, { id: 'clause.range' });
  }
  const values = clause.in ?? [];
  if (values.length === 0) return msg(str`${label}: nothing`, { id: 'clause.nothing' });
  const texts = values.slice(0, 3).map((value) => (value === null ? msg('not known', { id: 'value.unknown' }) : formatValue(value, unit, options)));
  return `${label}: ${texts.join(', ')}${values.length > 3 ? ` +${values.length - 3}` : ''}`;
}
