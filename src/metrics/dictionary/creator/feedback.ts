import type { DictionaryEntry } from '../../types.js';
import { SOURCES } from './sources.js';

/** Columns of feedback threads and of demographics. */
export const FEEDBACK_ENTRIES: readonly DictionaryEntry[] = [
  {
    id: 'feedback.exploration', label: 'Exploration', definition: 'The id of the exploration that the thread is about.', unit: 'text',
    formula: 'id', edgeCases: [], source: SOURCES.threads,
  },
  {
    id: 'feedback.thread', label: 'Thread', definition: 'The id of the thread.', unit: 'text', formula: 'thread_id', edgeCases: [],
    source: SOURCES.threads,
  },
  {
    id: 'feedback.status', label: 'Status', definition: 'Open, fixed, ignored, compliment or not actionable.', unit: 'text',
    formula: 'status', edgeCases: [], source: SOURCES.threads,
  },
  {
    id: 'feedback.subject', label: 'Subject', definition: 'What the learner called the thread.', unit: 'text', formula: 'subject',
    edgeCases: ['Free text of a learner: never stored.'], source: SOURCES.threads,
  },
  {
    id: 'feedback.state', label: 'Card', definition: 'The card that the thread is about.', unit: 'text', formula: 'state_name',
    edgeCases: ['Unknown for a thread about the exploration as a whole.'], source: SOURCES.threads,
  },
  {
    id: 'feedback.messages', label: 'Messages', definition: 'Messages in the thread.', unit: 'items', formula: 'message_count',
    edgeCases: [], source: SOURCES.threads,
  },
  {
    id: 'feedback.last_updated', label: 'Last updated', definition: 'When the thread was last changed.', unit: 'instant',
    formula: 'last_updated_msecs', edgeCases: [], source: SOURCES.threads,
  },
  {
    id: 'demographics.exploration', label: 'Exploration', definition: 'The id of the exploration.', unit: 'text', formula: 'id',
    edgeCases: [], source: SOURCES.aggregated,
  },
  {
    id: 'demographics.dimension', label: 'Dimension', definition: 'What the learners are grouped by.', unit: 'text', formula: 'dimension',
    edgeCases: ['Oppia records nothing about who its learners are: absent there.'], source: SOURCES.aggregated,
  },
  {
    id: 'demographics.group', label: 'Group', definition: 'The group of learners.', unit: 'text', formula: 'group', edgeCases: [],
    source: SOURCES.aggregated,
  },
  {
    id: 'demographics.learners', label: 'Learners', definition: 'Learners of the exploration in the group.', unit: 'learners',
    formula: 'as supplied', edgeCases: ['Small groups are hidden.'], source: SOURCES.aggregated,
  },
];
