import type { Value } from '../../metrics/types.js';

/** An address from data that may be followed: http, https or mailto; anything else is no link. */
export function safeLink(address: Value): string | undefined {
  if (typeof address !== 'string') return undefined;
  try {
    const { protocol, href } = new URL(address, document.baseURI);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
