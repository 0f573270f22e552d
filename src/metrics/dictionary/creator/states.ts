import type { DictionaryEntry } from '../../types.js';
import { NO_HINTS, NO_TIME, SOURCES } from './sources.js';

/** Columns of the states (cards) of explorations. */
export const STATE_ENTRIES: readonly DictionaryEntry[] = [
  {
    id: 'states.exploration', label: 'Exploration', definition: 'The id of the exploration of the card.', unit: 'text',
    formula: 'id', edgeCases: [], source: SOURCES.statistics,
  },
  {
    id: 'states.state', label: 'Card', definition: 'The name of the card.', unit: 'text', formula: 'state name',
    edgeCases: ['Unknown for a host that supplies totals of explorations only.', 'A card that was deleted and made again starts at 0.'],
    source: SOURCES.statistics,
  },
  {
    id: 'states.state_order', label: 'Order', definition: 'Place of the card among the cards of its exploration, the most reached first.',
    unit: 'items', formula: 'rank by first hits', edgeCases: ['Oppia does not say in which order learners meet the cards.'],
    source: SOURCES.statistics,
  },
  {
    id: 'states.first_hits', label: 'Reached', definition: 'Sessions that reached the card.', unit: 'sessions',
    formula: 'first_hit_count', edgeCases: [], source: SOURCES.statistics,
  },
  {
    id: 'states.hits', label: 'Shown', definition: 'Times the card was shown, again and again in one session included.', unit: 'views',
    formula: 'total_hit_count', edgeCases: [], source: SOURCES.statistics,
  },
  {
    id: 'states.answers', label: 'Attempts', definition: 'Answers submitted on the card.', unit: 'attempts',
    formula: 'total_answers_count', edgeCases: ['An attempt is one submitted answer, right or wrong.'], source: SOURCES.statistics,
  },
  {
    id: 'states.useful_feedback', label: 'Useful feedback', unit: 'attempts',
    definition: 'Answers to which the exploration had its own feedback, or that led to another card.',
    formula: 'useful_feedback_count', edgeCases: [], source: SOURCES.statistics,
  },
  {
    id: 'states.solution_views', label: 'Solutions viewed', definition: 'Times the solution of the card was viewed.', unit: 'views',
    formula: 'num_times_solution_viewed', edgeCases: [], source: SOURCES.statistics,
  },
  {
    id: 'states.hint_views', label: 'Hints viewed', definition: 'Times a hint of the card was viewed.', unit: 'views',
    formula: 'hint_views', edgeCases: [NO_HINTS], source: SOURCES.aggregated,
  },
  {
    id: 'states.completions', label: 'Completed', definition: 'Times the card was completed.', unit: 'views',
    formula: 'num_completions', edgeCases: [], source: SOURCES.statistics,
  },
  {
    id: 'states.left', label: 'Left here', definition: 'Times the card was shown and not gone on from.', unit: 'views',
    formula: 'shown − completed', edgeCases: ['Unknown for a card on which nothing was ever answered: it is an end.', 'Never clipped.'],
    source: SOURCES.statistics,
  },
  {
    id: 'states.retention', label: 'Retention', definition: 'Times the card was completed per time it was shown.', unit: 'fraction',
    formula: 'completed / shown', edgeCases: ['Unknown where the card was never shown.', 'Never clipped.'], source: "Oppia's improvements tab",
  },
  {
    id: 'states.bounce_rate', label: 'Bounce rate', unit: 'fraction',
    definition: 'Times the card was shown and not completed, per start of the exploration.',
    formula: '(shown − completed) / starts', edgeCases: ['Unknown where the exploration was never started.', 'Never clipped.'],
    source: "Oppia's improvements tab",
  },
  {
    id: 'states.average_seconds', label: 'Average time', definition: 'Mean time of the visits of the card whose time is known.',
    unit: 'seconds', formula: 'mean(time of a visit)',
    edgeCases: ['Unknown under recipe R2, by which no time belongs to a card.', NO_TIME], source: SOURCES.sessions,
  },
];
