import type { DictionaryEntry } from '../../types.js';
import { SOURCES } from './sources.js';

/** Columns of what Oppia noted about cards. */
export const ISSUE_ENTRIES: readonly DictionaryEntry[] = [
  {
    id: 'issues.exploration',
    label: 'Exploration',
    definition: 'The id of the exploration of the card.',
    unit: 'text',
    formula: 'id',
    edgeCases: [],
    source: SOURCES.issues,
  },
  {
    id: 'issues.state',
    label: 'Card',
    definition: 'The card that the note is about.',
    unit: 'text',
    formula: 'state_name, or each of state_names',
    edgeCases: ['A note about several cards is listed for each of them.'],
    source: SOURCES.issues,
  },
  {
    id: 'issues.issue',
    label: 'Noted in sampled plays',
    definition:
      'What Oppia found in plays that it looked at: learners who left within five minutes, gave several wrong answers in a row, or went round and round between cards.',
    unit: 'text',
    formula: 'early-quit | wrong-answers | round-and-round',
    edgeCases: [
      'Oppia looks at a sample of the plays, by default one in five, and keeps five at most for each note: how often it happened is not known.',
      'Of the latest version alone. No note is no proof that nothing of the kind happened.',
    ],
    source: SOURCES.issues,
  },
];
