import { dictionary } from '../../../metrics/dictionary.js';
import { TABLES, columnOf } from '../../../metrics/tables.js';
import type { Unit } from '../../../metrics/types.js';
import { codeText } from './code-text.js';

/** The unit of a field's values. */
export function unitOf(field: string): Unit {
  if (isTime(field)) return 'instant';
  return dictionary().find(({ id }) => id === field || id.endsWith(`.${field}`))?.unit ?? 'text';
}

/** Whether the values of a field are instants. */
export function isTime(field: string): boolean {
  const name = columnOf(field);
  return [...TABLES.values()].some(({ columns }) => Object.hasOwn(columns, name) && columns[name] === 'time');
}

/** A value of a field as a reader chooses it: a word of the host in the reader's language, any other text as it is. */
export function choiceText(field: string, value: string): string {
  return unitOf(field) === 'code' ? codeText(value) : value;
}
