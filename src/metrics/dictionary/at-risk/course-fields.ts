import type { DictionaryEntry, Unit } from '../../types.js';

const SINKS = 'Tables that Open edX sinks: course_overviews, course_blocks';
const EVENTS = 'xAPI statements of Open edX (event-routing-backends)';

function field(id: string, label: string, definition: string, more: Partial<DictionaryEntry> = {}): DictionaryEntry {
  const unit: Unit = 'text';
  return { id, label, definition, unit, formula: 'as supplied', edgeCases: [], source: SINKS, ...more };
}

/** Course and block of a table whose rows are about a block. */
function blockFields(table: string): readonly DictionaryEntry[] {
  return [
    field(`${table}.course_key`, 'Course key', 'The key of the course run.'),
    field(`${table}.block_id`, 'Block id', 'The id of the block; it tells blocks of the same name apart.'),
  ];
}

/** Section or subsection of a table whose rows are about one. */
function partFields(table: string): readonly DictionaryEntry[] {
  return [
    field(`${table}.section_subsection`, 'Section or subsection', 'A section or subsection of the course, with its number.', {
      formula: 'number in the course – name',
    }),
    field(`${table}.level`, 'Level', 'Whether the row is a section or a subsection.', { formula: 'section or subsection' }),
    ...blockFields(table),
  ];
}

/** Columns that say what in a course a number is about. */
export const COURSE_FIELDS: readonly DictionaryEntry[] = [
  field('courses.org', 'Organisation', 'The organisation that gives the course.', {
    formula: 'as supplied, else read from the course key',
  }),
  field('courses.course_name', 'Course', 'The name of the course.', {
    formula: 'name in the latest course overview',
    edgeCases: ['A course without overview bears its key. By the Aspects v8 rules it is left out.'],
  }),
  field('courses.course_run', 'Run', 'The run of the course.', { formula: 'what follows the last + of the course key' }),
  field('blocks.section', 'Section', 'The section of the course, with its number.', { formula: 'number in the course – name' }),
  field('blocks.section_block', 'Section id', 'The id of the section.'),
  field('blocks.subsection', 'Subsection', 'The subsection of the course, with its number.', {
    formula: 'number in the course – name',
    edgeCases: ['None for what stands directly in a section.'],
  }),
  field('blocks.innermost_block', 'Subsection id', 'The id of the subsection, for what stands directly in a section that of the section.'),
  ...partFields('engagement'),
  ...partFields('course_parts'),
  field('page_visits.course_key', 'Course key', 'The key of the course run.'),
  field('page_visits.visited_at', 'Period', 'The period in which pages were visited.', {
    unit: 'date',
    formula: 'first local day of the period of the visit',
    source: EVENTS,
    edgeCases: ['Periods without visits are shown with 0. Open edX records a visit when a page is left by a click.'],
  }),
  field('visited_pages.last_visited_at', 'Period', 'The period in which pages were visited for the last time.', {
    unit: 'date',
    formula: 'first local day of the period of the last visit of each page',
    source: 'Open edX Aspects, fact_navigation_completion',
    edgeCases: ['Only by the Aspects v8 rules: earlier visits of the same page do not show.'],
  }),
  ...blockFields('problem_outcomes'),
  field('problem_outcomes.problem', 'Problem', 'The problem, with its place in the course.', {
    formula: 'place – name',
    edgeCases: ['A problem that the course structure does not know bears its id.'],
  }),
  field('problem_outcomes.url', 'Link', 'Where the problem is found on the host.', { source: EVENTS }),
  field('problem_outcomes.graded', 'Graded', 'Whether the problem counts for the grade.', {
    unit: 'yes-no',
    edgeCases: ['No where the course structure does not say.'],
  }),
  ...blockFields('video_totals'),
  field('video_totals.video', 'Video', 'The video, with its place in the course.', {
    formula: 'place – name',
    edgeCases: ['By the Aspects v8 rules the name ends at the first “ - ”.'],
  }),
  field('video_totals.url', 'Link', 'Where the video is found on the host.', { source: EVENTS }),
  field('video_segments.from_second', 'Second', 'A second of the video, counted from 1.', {
    unit: 'seconds',
    formula: 'every whole second from the first to the last of each watched interval',
    source: 'Open edX Aspects, fact_video_segments',
    edgeCases: ['Without one video chosen, the seconds of all videos are added up.'],
  }),
  field('video_segments.to_second', 'Watched up to second', 'The last second of a stretch of a video watched without a break.', {
    unit: 'seconds',
    formula: 'last of neighbouring seconds that a learner watched equally often',
    source: 'Defined here',
  }),
  field('video_segments.video', 'Video', 'The video of which seconds were watched.', { formula: 'place – name' }),
];
