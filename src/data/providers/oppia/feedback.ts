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

/** The body of `/threadlisthandler/<id>`. Authors' names, summaries and messages are not read. Throws `invalid` on a wrong type. */
export function readThreads(exploration: string, body: Checked): FeedbackThread[] {
  return body
    .get('feedback_thread_dicts')
    .items()
    .map((item) => ({
      exploration,
      thread: item.get('thread_id').name(),
      status: item.get('status').text(),
      subject: item.get('subject').text(),
      state: item.get('state_name').text(),
      messages: item.get('message_count').count(),
      lastUpdated: item.get('last_updated_msecs').milliseconds(),
    }));
}
