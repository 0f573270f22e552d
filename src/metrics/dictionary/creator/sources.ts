/** Where numbers of the creator's views come from, as dictionary entries cite it. */
export const SOURCES = {
  dashboard: 'Oppia, GET /creatordashboardhandler/data',
  statistics: 'Oppia, GET /createhandler/statistics/<id>',
  sessions: "Oppia's session events (the host's event log)",
  threads: 'Oppia, GET /threadlisthandler/<id>',
  structure: 'Oppia, GET /createhandler/data/<id>',
  issues: 'Oppia, GET /issuesdatahandler/<id>',
  aggregated: 'GET /creatorengagementstats/<creator_id>',
} as const;

/** Sentences that several entries share. */
export const NO_HINTS = 'Oppia does not record hints: unknown there.';
export const NO_LEARNERS = 'Oppia counts page loads, not learners: unknown there.';
export const NO_TIME = 'Oppia keeps no usable engagement time: unknown without its session events.';
