/** The models of Oppia's session log that say something about time, by the name of the event. */
export type SessionEventKind =
  | 'start'
  | 'actual_start'
  | 'state_hit'
  | 'answer_submitted'
  | 'solution_hit'
  | 'state_complete'
  | 'complete'
  | 'leave'
  | 'leave_for_refresher';

/** One event of one session. */
export interface SessionEvent {
  readonly kind: SessionEventKind;
  /** When the server stored it, epoch milliseconds. */
  readonly at: number;
  readonly state: string | null;
  /** Seconds that the event itself carries: since the learner entered the state, by the learner's clock. */
  readonly seconds: number | null;
}
