/** Names of people and their texts, which Oppia's handlers send along: nowhere on a page, in its files or in its events. */
import { expect } from '@open-wc/testing';
import '../../../src/creator.js';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import { toCsv, toDictionaryCsv } from '../../../src/export/files/csv.js';
import { toJson } from '../../../src/export/files/json.js';
import { dashboardBody, listedExploration, statisticsBody } from '../../support/oppia-bodies.js';
import { widget } from '../../support/widgets.js';

const PERSON = 'Zyxwvut';
const EVENTS = ['stats-filter', 'stats-filter-change', 'stats-load', 'stats-progress', 'stats-error', 'stats-select', 'stats-export'];
const TAGS = ['attempts-chart', 'comparison', 'demographics-chart', 'dropoff-chart', 'engagement-chart', 'exploration-table'];
const MORE = ['feedback-list', 'insights', 'rating-chart', 'summary', 'trend-chart'];

const thread = {
  thread_id: 'exploration.a.t',
  status: 'open',
  subject: 'A typo',
  state_name: 'A',
  message_count: 2,
  last_updated_msecs: 1_700_000_000_000,
  original_author_username: PERSON,
  summary: PERSON,
  last_nonempty_message_text: PERSON,
  last_nonempty_message_author: PERSON,
};
const card = { first_hit_count: 90, total_hit_count: 100, total_answers_count: 120, num_completions: 50 };
const DATA = {
  dashboard: dashboardBody(
    ['a', 'b'].map((id) =>
      listedExploration(id, {
        ratings: { 5: 3 },
        num_total_threads: 1,
        human_readable_contributors_summary: { [PERSON]: { num_commits: 3 } },
      }),
    ),
    {
      subscribers_list: [{ subscriber_username: PERSON, subscriber_impact: 1 }],
      threads_for_created_suggestions_list: [thread],
      created_suggestions_list: [{ author_name: PERSON }],
    },
  ),
  statistics: { a: statisticsBody([100, 90, 50], { A: card, B: card }), b: statisticsBody([100, 90, 10], { A: card }) },
  feedback: { a: { feedback_thread_dicts: [thread] } },
};

/** All that stands in an element, its shadow trees and those inside of them: texts and attributes. */
function markup(root: Element | ShadowRoot): string {
  const own = new XMLSerializer().serializeToString(root);
  const inside = [...root.querySelectorAll('*'), ...(root instanceof Element ? [root] : [])];
  return [own, ...inside.map(({ shadowRoot }) => (shadowRoot === null ? '' : markup(shadowRoot)))].join('\n');
}

describe('nobody is named', () => {
  for (const tag of [...TAGS, ...MORE]) {
    it(`by creator-${tag}, in the page, its files and its events`, async () => {
      const told: unknown[] = [];
      const hear = (event: Event): void => void told.push((event as CustomEvent<unknown>).detail);
      for (const name of EVENTS) document.addEventListener(name, hear);
      try {
        const element = await widget(`creator-${tag}`, { provider: 'oppia', data: DATA, now: '2024-01-01T00:00:00Z' });
        const around = element.parentElement!;
        const seen = [markup(around), JSON.stringify(told), document.title, location.href];
        const file = await widgetDocument(element.asExported, 'paper');
        const { texts } = styleOf(element.asExported, 'paper');
        seen.push(toJson(file, texts), toDictionaryCsv(file, { texts }), JSON.stringify(file.parts.map(({ drawing }) => drawing)));
        if (file.parts[0]!.columns.length > 0) seen.push(toCsv(file, { texts }));
        expect(seen.join('\n')).not.to.contain(PERSON);
        expect(seen[0]!.length).to.be.greaterThan(500);
        if (tag === 'feedback-list') expect(seen.join('\n')).to.contain('A typo');
      } finally {
        for (const name of EVENTS) document.removeEventListener(name, hear);
      }
    });
  }
});
