import type { Predicate, Value } from '../../../metrics/types.js';

/** A text that two predicates share only if they let the same rows pass. */
export function predicateKey({ field, in: values, range }: Predicate): string {
  if (range !== undefined) return `${field}\u0001${range[0]}\u0002${range[1]}`;
  return `${field}\u0003${(values ?? []).map(valueKey).join('\u0002')}`;
}

function valueKey(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
