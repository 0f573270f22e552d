import { readJson } from '../ingest/read-json.js';
import { isUrl } from '../net/is-url.js';
import type { ReadContext } from '../provider.js';

/** What a host gives as `data`: a value as it is, a JSON text parsed, a URL fetched. Throws what the context and `readJson` throw. */
export function suppliedData(data: unknown, context: ReadContext): Promise<unknown> {
  if (typeof data !== 'string') return Promise.resolve(data);
  if (isUrl(data)) return context.fetchJson(data);
  context.supplied?.(data);
  return Promise.resolve(readJson(data, 'data'));
}
