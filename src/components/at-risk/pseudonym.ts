import type { Value } from '../../metrics/types.js';
import { UNKNOWN } from '../base/text/format.js';

const LENGTH = 8;

/**
 * A short, stable code of an actor id, for a learner whose name is not shared: "L-1f3a9c02". FNV-1a of the id, so it says nothing of an
 * e-mail; the letter before it keeps spreadsheets from reading some codes as numbers.
 */
export function pseudonym(actor: Value): string {
  if (typeof actor !== 'string') return UNKNOWN;
  let hash = 0x811c9dc5;
  for (let at = 0; at < actor.length; at++) hash = Math.imul(hash ^ actor.charCodeAt(at), 0x01000193) >>> 0;
  return `L-${hash.toString(16).padStart(LENGTH, '0')}`;
}
