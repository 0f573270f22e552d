/**
 * How a column is stored and compared: `category` (text with a dictionary), `number`, `time` (epoch milliseconds, UTC),
 * `boolean`. Every column may be unknown in any row.
 */
export type ColumnType = 'category' | 'number' | 'time' | 'boolean';

/** How rows of a table find the row they belong to in another. */
export interface ParentLink {
  readonly table: string;
  /** Columns of the child, matched in order with the parent's `key`. */
  readonly by: readonly string[];
  /** `entity`: whom the fact is about; `block`: what it is about; `lookup`: only a source of more columns. */
  readonly kind: 'entity' | 'block' | 'lookup';
}

/** A normal table: its grain, its key, its columns and its parents. */
export interface TableSchema {
  readonly name: string;
  /** One sentence: what one row is. */
  readonly grain: string;
  readonly key?: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly parents?: readonly ParentLink[];
  /** Columns that are never stored, put in a URL, an event or a log. */
  readonly private?: readonly string[];
}

const ENROLLMENT = { table: 'enrollments', by: ['course_key', 'actor_id'], kind: 'entity' } as const;
const BLOCK = { table: 'blocks', by: ['block_id'], kind: 'block' } as const;
const EXPLORATION = { table: 'explorations', by: ['exploration'], kind: 'entity' } as const;
const STATE = { table: 'states', by: ['exploration', 'state'], kind: 'block' } as const;

const SCHEMAS: readonly TableSchema[] = [
  {
    name: 'explorations',
    grain: 'one exploration of the creator',
    key: ['exploration'],
    columns: {
      exploration: 'category', title: 'category', status: 'category', category: 'category',
      plays: 'number', starts: 'number', actual_starts: 'number', completions: 'number',
      completion_rate: 'number', completion_rate_source: 'category', starter_completion_rate: 'number',
      average_rating: 'number', ratings: 'number', rating_lower_bound: 'number',
      open_feedback: 'number', feedback: 'number',
      average_engagement_seconds: 'number', min_engagement_seconds: 'number', max_engagement_seconds: 'number',
      median_engagement_seconds: 'number', sessions: 'number', unknown_sessions: 'number',
      attempts: 'number', solution_views: 'number', hint_views: 'number', learners: 'number', last_updated: 'time',
    },
  },
  {
    name: 'states',
    grain: 'one state (card) of an exploration',
    key: ['exploration', 'state'],
    columns: {
      exploration: 'category', state: 'category', state_order: 'number',
      first_hits: 'number', hits: 'number', answers: 'number', useful_feedback: 'number', solution_views: 'number',
      hint_views: 'number', completions: 'number', retention: 'number', bounce_rate: 'number', average_seconds: 'number',
    },
    parents: [EXPLORATION],
  },
  {
    name: 'sessions',
    grain: 'one load of the player by one learner or browser',
    columns: {
      exploration: 'category', session: 'category', started_at: 'time', active_seconds: 'number', capped: 'boolean', completed: 'boolean',
      attempts: 'number', solutions: 'number', hints: 'number',
    },
    parents: [EXPLORATION],
  },
  {
    name: 'ratings',
    grain: 'one number of stars of one exploration',
    columns: { exploration: 'category', stars: 'number', ratings: 'number' },
    parents: [EXPLORATION],
  },
  {
    name: 'feedback',
    grain: 'one feedback thread',
    columns: {
      exploration: 'category', thread: 'category', status: 'category', subject: 'category', state: 'category',
      messages: 'number', last_updated: 'time',
    },
    parents: [EXPLORATION, STATE],
    private: ['subject'],
  },
  {
    name: 'weekly',
    grain: 'one week of one exploration, or of the creator where the exploration is unknown',
    columns: {
      exploration: 'category', week: 'category', plays: 'number', starts: 'number', completions: 'number',
      average_rating: 'number', ratings: 'number', average_engagement_seconds: 'number',
      engagement_seconds: 'number', engagement_weight: 'number', total_plays: 'number', mark: 'category',
    },
    parents: [EXPLORATION],
  },
  {
    name: 'creator',
    grain: 'the creator: one row',
    columns: {
      plays: 'number', average_rating: 'number', ratings: 'number', open_feedback: 'number', subscribers: 'number',
      plays_last_week: 'number', average_rating_last_week: 'number', ratings_last_week: 'number', last_week: 'category',
      starts: 'number', completions: 'number', completion_rate: 'number', feedback: 'number', learners: 'number',
      average_engagement_seconds: 'number',
    },
  },
  {
    name: 'insights',
    grain: 'one difference that is larger than chance',
    columns: {
      exploration: 'category', state: 'category', week: 'category', kind: 'category', metric: 'category', value: 'number',
      expected: 'number', low: 'number', high: 'number', learners: 'number',
    },
    parents: [EXPLORATION],
  },
  {
    name: 'demographics',
    grain: 'one group of one dimension of the learners of one exploration',
    columns: { exploration: 'category', dimension: 'category', group: 'category', learners: 'number' },
    parents: [EXPLORATION],
  },
  {
    name: 'courses',
    grain: 'one course run',
    key: ['course_key'],
    columns: { course_key: 'category', org: 'category', course_name: 'category', course_run: 'category', pass_mark: 'number' },
  },
  {
    name: 'blocks',
    grain: 'one block of a course, in course order',
    key: ['block_id'],
    columns: {
      block_id: 'category', course_key: 'category', block_type: 'category', block_name: 'category', url: 'category',
      course_order: 'number', graded: 'boolean', location: 'category',
      section: 'category', section_block: 'category', subsection: 'category', subsection_block: 'category',
    },
    parents: [{ table: 'courses', by: ['course_key'], kind: 'lookup' }],
  },
  {
    name: 'learners',
    grain: 'one person',
    key: ['actor_id'],
    columns: { actor_id: 'category', name: 'category', username: 'category', email: 'category' },
    private: ['name', 'username', 'email'],
  },
  {
    name: 'enrollments',
    grain: 'one learner in one course',
    key: ['course_key', 'actor_id'],
    columns: {
      course_key: 'category', actor_id: 'category', enrollment_status: 'category', track: 'category',
      first_enrolled_at: 'time', enrolled_at: 'time', course_grade: 'number', grade_bucket: 'category', state: 'category',
      last_visit: 'time', last_activity: 'time', days_inactive: 'number', listed: 'boolean', never_started: 'boolean',
      passed: 'boolean', would_pass: 'boolean',
    },
    parents: [
      { table: 'courses', by: ['course_key'], kind: 'lookup' },
      { table: 'learners', by: ['actor_id'], kind: 'lookup' },
    ],
  },
  {
    name: 'page_visits',
    grain: 'one visit of a page by a learner',
    columns: { course_key: 'category', actor_id: 'category', block_id: 'category', visited_at: 'time' },
    parents: [ENROLLMENT, BLOCK],
  },
  {
    name: 'problem_responses',
    grain: 'one response of a learner to a problem',
    columns: {
      course_key: 'category', actor_id: 'category', block_id: 'category', responded_at: 'time', attempt: 'number',
      correct: 'boolean', score: 'number', statement: 'category', url: 'category',
    },
    parents: [ENROLLMENT, BLOCK],
  },
  {
    name: 'video_watches',
    grain: 'one watched interval of a video: whole seconds, both ends included',
    columns: {
      course_key: 'category', actor_id: 'category', block_id: 'category', watched_at: 'time', from_second: 'number',
      to_second: 'number', length: 'number', url: 'category',
    },
    parents: [ENROLLMENT, BLOCK],
  },
  {
    name: 'grades',
    grain: 'one grade event of a learner in a course',
    columns: { course_key: 'category', actor_id: 'category', graded_at: 'time', score: 'number', state: 'category' },
    parents: [ENROLLMENT],
  },
  {
    name: 'engagement',
    grain: 'one enrollment in one section or subsection for one kind of item (page, problem, video)',
    columns: {
      course_key: 'category', actor_id: 'category', block_id: 'category', kind: 'category', level: 'category',
      touched: 'number', items: 'number', label: 'category', section_subsection: 'category',
    },
    parents: [ENROLLMENT, BLOCK],
  },
  {
    name: 'problem_outcomes',
    grain: 'one enrollment and one problem it responded to',
    columns: {
      course_key: 'category', actor_id: 'category', block_id: 'category', attempts: 'number', last_correct: 'boolean',
      correct_attempts: 'number', incorrect_attempts: 'number', ends_correct: 'boolean', ends_incorrect: 'boolean',
      problem: 'category', url: 'category', graded: 'boolean',
    },
    parents: [ENROLLMENT, BLOCK],
  },
  {
    name: 'video_totals',
    grain: 'one enrollment and one video it watched',
    columns: {
      course_key: 'category', actor_id: 'category', block_id: 'category', views: 'number', entire: 'boolean',
      partial_views: 'number', full_views: 'number', video: 'category', url: 'category',
    },
    parents: [ENROLLMENT, BLOCK],
  },
  {
    name: 'video_segments',
    grain: 'one run of seconds of a video that one enrollment watched equally often, both ends included',
    columns: {
      course_key: 'category', actor_id: 'category', block_id: 'category', from_second: 'number', to_second: 'number',
      passes: 'number', repeats: 'number', video: 'category',
    },
    parents: [ENROLLMENT, BLOCK],
  },
  {
    name: 'visited_pages',
    grain: 'one page and one enrollment that visited it, at its last visit; only under aspects-v8',
    columns: { course_key: 'category', actor_id: 'category', block_id: 'category', last_visited_at: 'time' },
    parents: [ENROLLMENT, BLOCK],
  },
];

/** The normal and derived tables by name; later fields of a row may be added, never renamed, within a major version. */
export const TABLES: ReadonlyMap<string, TableSchema> = new Map(SCHEMAS.map((schema) => [schema.name, schema]));
