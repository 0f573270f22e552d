import type { Checked } from '../checked.js';

/** One feedback thread without its people and its messages. */
export interface FeedbackThread {
  readonly exploration: string;
  readonly thread: string;
  readonly status: string | null;
  /** Free text of the learner; shown, never stored. */
  readonly subject: string | null;
  readonly state: string | null;
  readonly messages: number | null;
  /** Epoch milliseconds. */
  readonly lastUpdated: number | null;
}

/**
 * The body of `/threadlisthandler/<id>`; undefined where it has no list. Authors' names, summaries and messages are not read. Throws
 * `invalid` on a wrong type.
 */
export function readThreads(exploration: string, body: Checked): FeedbackThread[] | undefined {
  const threads = body.get('feedback_thread_dicts');
  if (!threads.known) return undefined;
  return threads.items().map((item) => ({
    exploration,
    thread: item.get('thread_id').name(),
    status: item.get('status').text(),
    subject: item.get('subject').text(),
    state: item.get('state_name').text(),
    messages: item.get('message_count').count(),
    lastUpdated: item.get('last_updated_msecs').milliseconds(),
  }));
}

/**
 * Whether these are the threads of an exploration of which the dashboard counts so many: none are where it counts none, and are not where
 * it counts some.
 */
export function areThreadsRead(counted: number | null, threads: readonly FeedbackThread[] | undefined): boolean {
  return counted === 0 || (threads !== undefined && (threads.length > 0 || counted === null));
}
