/** What went wrong, in a word that a host can branch on. */
export type StatsErrorCode =
  /** The server wants the reader to sign in (401, 403 after login pages, or HTML where JSON was due). */
  | 'signed-out'
  /** The server answered with another error status; `status` has it. */
  | 'http'
  /** The network gave no answer. */
  | 'offline'
  /** A file of this package is not where it is looked for; the message names it. */
  | 'missing-part'
  /** The answer is no JSON, or ends too early. */
  | 'not-json'
  | 'truncated'
  /** The answer is JSON of the wrong shape; the message names path and value. */
  | 'invalid'
  /** The dataset was closed, or the element removed, before the answer came. */
  | 'aborted'
  /** The worker died and the page could not take over. */
  | 'worker'
  /** The host asked for something that does not exist: a view, a field, a provider, a dataset. */
  | 'unknown-view'
  | 'unknown-field'
  | 'unknown-provider'
  | 'unknown-dataset'
  /** The host gave neither `src` nor `data`, or an option that cannot be read. */
  | 'no-source'
  | 'bad-option';

/** An error as it crosses the worker boundary. */
export interface StatsErrorData {
  readonly code: StatsErrorCode;
  /** One sentence that a host developer can act on; no name, no e-mail, no token in it. */
  readonly message: string;
  readonly status?: number;
}

/** The one error that this library throws. */
export class StatsError extends Error {
  readonly code: StatsErrorCode;
  readonly status?: number;

  constructor(code: StatsErrorCode, message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message);
    this.name = 'StatsError';
    this.code = code;
    if (options.status !== undefined) this.status = options.status;
    if (options.cause !== undefined) (this as { cause?: unknown }).cause = options.cause;
  }

  toData(): StatsErrorData {
    return { code: this.code, message: this.message, ...(this.status === undefined ? {} : { status: this.status }) };
  }

  /** Any thrown thing as a StatsError: its own kind unchanged, aborts as `aborted`, plain data as it was, the rest as `fallback`. */
  static from(thrown: unknown, fallback: StatsErrorCode = 'invalid'): StatsError {
    if (thrown instanceof StatsError) return thrown;
    if (isErrorData(thrown))
      return new StatsError(thrown.code, thrown.message, thrown.status === undefined ? {} : { status: thrown.status });
    if (thrown instanceof Error && thrown.name === 'AbortError')
      return new StatsError('aborted', 'The load was cancelled.', { cause: thrown });
    return new StatsError(fallback, thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
  }
}

function isErrorData(value: unknown): value is StatsErrorData {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Record<string, unknown>)['code'] === 'string' &&
    typeof (value as Record<string, unknown>)['message'] === 'string'
  );
}
