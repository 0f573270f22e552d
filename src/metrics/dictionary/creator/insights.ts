import type { DictionaryEntry } from '../../types.js';

const SOURCE = 'Defined here; intervals by Wilson (1927) and Newcombe (1998), Bonferroni for the number of comparisons';

/** Columns of insights. */
export const INSIGHT_ENTRIES: readonly DictionaryEntry[] = [
  { id: 'insights.exploration', label: 'Exploration', definition: 'The id of the exploration that stands out.', unit: 'text', formula: 'id', edgeCases: [], source: SOURCE },
  { id: 'insights.state', label: 'Card', definition: 'The card that loses most.', unit: 'text', formula: 'name of the state', edgeCases: ['Unknown where the whole exploration is meant.'], source: SOURCE },
  { id: 'insights.week', label: 'Week of', definition: 'The Monday of the week that is compared with the week before.', unit: 'date', formula: 'Monday', edgeCases: ['Unknown where all weeks are meant.'], source: SOURCE },
  {
    id: 'insights.kind', label: 'Finding', definition: 'What stands out: more or fewer complete than elsewhere, a card that loses most, or a change since the week before.',
    unit: 'text', formula: 'retains-better | retains-worse | loses-most-here | changed-since-last-week', edgeCases: [], source: SOURCE,
  },
  { id: 'insights.metric', label: 'Of', definition: 'The rate that is compared.', unit: 'text', formula: 'completion_rate | retention', edgeCases: [], source: SOURCE },
  {
    id: 'insights.value', label: 'Rate', definition: 'The rate of the exploration, card or week.', unit: 'fraction', formula: 'completions / starts',
    edgeCases: ['Only from 20 starts on.', 'Rates above 100 % come from counts that contradict each other and are not compared.'], source: SOURCE,
  },
  {
    id: 'insights.expected', label: 'Rate elsewhere', definition: 'The same rate of all that it is compared with, taken together.', unit: 'fraction',
    formula: 'completions of the others / starts of the others', edgeCases: ['The others have at least 20 starts, too.'], source: SOURCE,
  },
  { id: 'insights.low', label: 'At least', definition: 'Lower end of the interval of the rate.', unit: 'fraction', formula: 'Wilson interval', edgeCases: ['Widened for the number of comparisons made.'], source: SOURCE },
  { id: 'insights.high', label: 'At most', definition: 'Upper end of the interval of the rate.', unit: 'fraction', formula: 'Wilson interval', edgeCases: ['Widened for the number of comparisons made.'], source: SOURCE },
  { id: 'insights.learners', label: 'Starts', definition: 'Loads of the player that the rate is of.', unit: 'plays', formula: 'starts', edgeCases: ['Guests and reloads count.'], source: SOURCE },
];
