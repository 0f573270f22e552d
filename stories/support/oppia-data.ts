const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-16T09:00:00Z');
const SUBJECTS = ['The picture does not load', 'I do not understand the second hint', 'Loved this one', 'A typo on the third card'];

/** What Oppia's handlers answer for a creator of one exploration with feedback threads. */
export function oppiaData(threads: number): Record<string, unknown> {
  const id = 'story_0001';
  return {
    dashboard: {
      explorations_list: [
        {
          id,
          title: 'Fractions: parts of a whole',
          status: 'public',
          category: 'Mathematics',
          ratings: { 1: 0, 2: 1, 3: 2, 4: 5, 5: 9 },
          num_views: 340,
          num_open_threads: threads,
          num_total_threads: threads,
          last_updated_msec: NOW,
          created_on_msec: NOW - 900 * HOUR,
        },
      ],
      dashboard_stats: { num_ratings: 17, average_ratings: 4.29, total_plays: 340, total_open_feedback: threads },
      last_week_stats: null,
      subscribers_list: [],
    },
    statistics: {},
    feedback: {
      [id]: {
        feedback_thread_dicts: Array.from({ length: threads }, (_, at) => ({
          thread_id: `exploration.${id}.${at}`,
          status: at % 3 === 0 ? 'open' : 'fixed',
          state_name: at % 4 === 1 ? null : `Card ${(at % 5) + 1}`,
          subject: SUBJECTS[at % SUBJECTS.length],
          message_count: 1 + (at % 4),
          last_updated_msecs: NOW - at * 7 * HOUR,
        })),
      },
    },
  };
}
