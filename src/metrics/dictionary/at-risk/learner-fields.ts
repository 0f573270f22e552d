import type { DictionaryEntry } from '../../types.js';

const EVENTS = 'xAPI statements of Open edX (event-routing-backends)';
const SINKS = 'Tables that Open edX sinks: user_profile, external_id';

/** Columns of the lists of learners. */
export const LEARNER_FIELDS: readonly DictionaryEntry[] = [
  {
    id: 'enrollments.course_key', label: 'Course key', definition: 'The key of the course run the learner is in.', unit: 'text',
    formula: 'as the statement names the course', edgeCases: [], source: EVENTS,
  },
  {
    id: 'enrollments.actor_id', label: 'Learner id', definition: 'The id under which the host records the learner.', unit: 'text',
    formula: 'account name, else mbox, else mbox_sha1sum', edgeCases: ['Kept as it stands; without names a pseudonym is made from it.'],
    source: EVENTS,
  },
  {
    id: 'learners.name', label: 'Name', definition: 'The learner’s full name.', unit: 'text', formula: 'latest user profile',
    edgeCases: ['Unknown where the host supplies no names, or none for this learner.'], source: SINKS,
  },
  {
    id: 'learners.username', label: 'Username', definition: 'The learner’s user name on the host.', unit: 'text',
    formula: 'user of the external id, or of the e-mail of a mailto: actor', edgeCases: ['Unknown where the host supplies no names.'],
    source: SINKS,
  },
  {
    id: 'learners.email', label: 'E-mail', definition: 'The learner’s e-mail address.', unit: 'text', formula: 'latest user profile',
    edgeCases: ['Unknown where the host supplies no names.'], source: SINKS,
  },
  {
    id: 'enrollments.track', label: 'Track', definition: 'The enrolment track the learner is in, for example audit or verified.',
    unit: 'text', formula: 'track of the latest enrolment event that names one', edgeCases: ['Unknown where no event names a track.'],
    source: EVENTS,
  },
  {
    id: 'enrollments.enrolled_at', label: 'Enrolled, last change',
    definition: 'When the learner’s enrolment last changed: enrolled, changed track, or left.', unit: 'instant',
    formula: 'time of the latest enrolment event', edgeCases: ['Not the first enrolment: a change of track moves it.'], source: EVENTS,
  },
  {
    id: 'enrollments.first_enrolled_at', label: 'First enrolled', definition: 'When the learner first enrolled in the course.',
    unit: 'instant', formula: 'time of the earliest registration', edgeCases: ['Unknown where the data begin after it.'], source: EVENTS,
  },
  {
    id: 'enrollments.last_visit', label: 'Last visit', definition: 'When the learner last moved through the course’s pages.',
    unit: 'instant', formula: 'latest of all page visits up to now',
    edgeCases: [
      'Open edX records a visit when a page is left by a click: opening a page and closing the tab is none.',
      'Unknown for who never visited. Known by its day alone, it is at the end of that day.',
    ],
    source: 'Open edX Aspects, dim_learner_last_course_visit',
  },
  {
    id: 'enrollments.last_activity', label: 'Last activity', definition: 'When anything at all was last recorded of the learner.',
    unit: 'instant', formula: 'latest of all statements up to now, of any verb',
    edgeCases: ['Also what others or the platform did: an enrolment by staff, a recalculated grade.'], source: EVENTS,
  },
  {
    id: 'enrollments.days_inactive', label: 'Days not seen', definition: 'For how many whole days the learner was not seen.',
    unit: 'days', formula: 'floor((now − last visit − breaks) / 24 h)',
    edgeCases: [
      '23 hours are 0 days. Time inside a break does not count.',
      'From the last activity, or a later enrolment, where the rule is set so. Unknown for who never visited.',
    ],
    source: 'Defined here',
  },
  {
    id: 'enrollments.course_grade', label: 'Course grade', definition: 'The learner’s latest grade in the whole course.',
    unit: 'fraction', formula: 'scaled score of the newest grade event of the course',
    edgeCases: [
      'Unknown while there is no grade; it is never taken for 0. A “passed” event with score 0 says nothing of the grade.',
      'By the Aspects v8 rules a missing grade is 0, and a “failed” event without a score makes it 0.',
    ],
    source: 'Open edX Aspects, dim_learner_most_recent_course_grade; unknown grades corrected',
  },
  {
    id: 'enrollments.grade_bucket', label: 'Grade range', definition: 'The range of ten percent the course grade is in.', unit: 'text',
    formula: '0.7 ≤ grade < 0.8 is 70-79%; from 0.9 on 90-100%',
    edgeCases: [
      'Nothing while there is no grade.',
      'By the Aspects v8 rules exactly 0.7 and 0.9 are one range lower (32-bit numbers), and no grade is 0-9%.',
    ],
    source: 'Open edX Aspects, dim_student_status; exact here',
  },
  {
    id: 'enrollments.state', label: 'Approval', definition: 'Whether the learner has passed the course so far.', unit: 'text',
    formula: 'of the newest event that says passed or failed',
    edgeCases: [
      '“failed” also stands for “not passed yet”: it is what Open edX says before any grade.', 'Passed and failed later is failed.',
    ],
    source: 'Open edX Aspects, dim_learner_most_recent_course_state',
  },
];
