import { waitUntil as waitOnce } from '@open-wc/testing';

/** As long as a slow machine may need; a test that waits in vain has failed all the same. */
const PATIENCE = 15_000;

/** Waits until something holds, as open-wc's own does in a second. Rejects with the message where it never does. */
export function waitUntil(...[predicate, message, options]: Parameters<typeof waitOnce>): Promise<void> {
  return waitOnce(predicate, message, { timeout: PATIENCE, ...options });
}
