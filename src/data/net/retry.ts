/** How often a request is repeated after a failure that may pass. */
export const MAX_RETRIES = 2;

/** The longest pause in milliseconds that a server may ask for by `Retry-After`; beyond it the failure is shown at once. */
export const LONGEST_PAUSE = 60_000;

/** Whether the same request may succeed a moment later: 408, 429 and every 5xx. */
export function mayPass(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/**
 * Milliseconds to wait before repetition `retry` (0 is the first): `Retry-After` of the answer (seconds, or a date counted
 * from the answer's own `Date`), else 1 s doubled each time. Infinity where the server asks for longer than `LONGEST_PAUSE`.
 */
export function pauseBefore(retry: number, answer: Response | undefined): number {
  const asked = answer === undefined ? undefined : askedPause(answer.headers);
  if (asked === undefined) return 1000 * 2 ** retry;
  return asked > LONGEST_PAUSE ? Infinity : asked;
}

function askedPause(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const pause = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}
