/**
 * Oracles and real data that are never part of the project. `undefined` where the folder is missing, so that a test can
 * skip with a sentence.
 */
export async function sharedText(path: string): Promise<string | undefined> {
  const response = await fetch(`/__shared/${path}`);
  if (!response.ok || response.body === null) return undefined;
  const stream = path.endsWith('.gz') ? response.body.pipeThrough(new DecompressionStream('gzip')) : response.body;
  return new Response(stream).text();
}

/** JSON of `sharedText`. */
export async function sharedJson<T>(path: string): Promise<T | undefined> {
  const text = await sharedText(path);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** Skips the running test, saying why, where `value` is missing; else answers it. */
export function needShared<T>(context: Mocha.Context, value: T | undefined, what: string): T {
  if (value === undefined) {
    console.warn(`Skipped: the shared folder with ${what} is not beside the project.`);
    context.skip();
  }
  return value;
}
