import { StatsError } from '../stats-error.js';
import { placeOf } from './http-error.js';
import { abortedError } from './wait.js';

/**
 * The body with its bytes counted as they pass. A connection that breaks off becomes StatsError `truncated` (`offline`
 * where the machine has no network), an abort becomes `aborted`.
 */
export function countedBody(
  url: string,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  count: (bytes: number) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let read = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          read += value.byteLength;
          count(value.byteLength);
          controller.enqueue(value);
        } catch (cause) {
          controller.error(signal.aborted ? abortedError() : brokenOff(url, read, cause));
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** All bytes of a body. */
export async function allBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Whether the machine says that it has no network; false where it does not say. */
export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

function brokenOff(url: string, read: number, cause: unknown): StatsError {
  return new StatsError(isOffline() ? 'offline' : 'truncated', `${placeOf(url)}: the answer broke off after ${read} bytes.`, { cause });
}
