import type { DictionaryEntry } from '../../types.js';
import { SOURCES } from './sources.js';

/** What a comparison adds to the columns of explorations. */
export const COMPARISON_ENTRIES: readonly DictionaryEntry[] = [
  {
    id: 'comparison.side',
    label: 'Compared',
    definition: 'An exploration, another one or the average of all that filters leave, and the first minus the second.',
    unit: 'text',
    formula:
      'average of counts: mean of those that are known; of the completion rate, attempts and solutions: sum / sum of starts; of ratings and time: mean of all ratings, of all sessions whose time is known',
    edgeCases: [
      'An exploration is part of the average that it is compared with.',
      'A computed completion rate is never compared with one that a host supplies; supplied rates are in no average.',
      'The interval of a difference is 95% (Newcombe), between computed rates of two explorations with at least 20 starts each.',
    ],
    source: 'Defined here; interval by Newcombe (1998), method 10',
  },
  {
    id: 'comparison.attempts_per_start',
    label: 'Attempts per start',
    definition: 'Answers submitted per load of the player, right or wrong.',
    unit: 'attempts',
    formula: 'attempts / starts',
    edgeCases: ['Unknown without starts.'],
    source: SOURCES.statistics,
  },
  {
    id: 'comparison.solutions_per_start',
    label: 'Solutions per start',
    definition: 'Times a solution was viewed per load of the player.',
    unit: 'views',
    formula: 'solution views / starts',
    edgeCases: ['Unknown without starts.'],
    source: SOURCES.statistics,
  },
];
