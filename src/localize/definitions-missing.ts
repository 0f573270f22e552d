import { msg } from './msg.js';

/** Stands where definitions were wanted and could not be loaded. */
export function definitionsMissing(): string {
  return msg('What the numbers mean could not be loaded.', { id: 'counted.missing' });
}
