import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { Companion } from '../base/dataset/companion.js';
import { formatNumber } from '../base/text/format.js';
import type { SeriesRow } from '../charts/series/layout-series.js';
import { areMissing } from './card-threads.js';
import { oneExploration } from './one-exploration.js';
import type { ShownExploration } from './shown-exploration.js';

export const ISSUES = 'creator.issues';

/** What the host noted about the cards of one exploration, each note as a sentence. */
export interface CardIssues {
  readonly of: (card: Value) => readonly string[];
}

/** What asks for the notes on an exploration; undefined while none is shown. */
export function issuesOf(exploration: ShownExploration | undefined): Companion | undefined {
  return exploration === undefined ? undefined : { view: ISSUES, clauses: oneExploration(exploration.id) };
}

/** The notes of an answer by their cards; undefined where the host does not tell them, or they have not come. */
export function cardIssues(answer: ViewData | undefined, unknown: string | undefined): CardIssues | undefined {
  if (answer === undefined || unknown !== undefined || areMissing(answer)) return undefined;
  const byCard = new Map<Value, string[]>();
  for (const row of rowsIn(answer)) {
    const [card, note] = [cell(answer, 'state', row), noteOf(cell(answer, 'issue', row))];
    byCard.set(card, [...(byCard.get(card) ?? []), note]);
  }
  return { of: (card) => byCard.get(card) ?? [] };
}

/** The notes on cards, card by card, behind a button that says on how many cards there are some; nothing where there is none. */
export function renderIssues(
  issues: CardIssues | undefined,
  cards: readonly Pick<SeriesRow, 'key' | 'label'>[],
  locale: string,
): TemplateResult | typeof nothing {
  const listed = cards.flatMap(({ key, label }) => {
    const notes = issues?.of(key) ?? [];
    return notes.length === 0 ? [] : [{ label, notes }];
  });
  if (listed.length === 0) return nothing;
  const count = msg(plural(listed.length, '1 card', str`${formatNumber(listed.length, locale)} cards`), { id: 'count.cards' });
  return html` <details class="threads" part="issues">
    <summary>${msg(str`Noted by Oppia in sampled plays: ${count}`, { id: 'creator-dropoff-chart.issues' })}</summary>
    <p class="about">
      ${msg('Oppia looks at some plays only, so how often it happened is not known.', { id: 'creator-dropoff-chart.sampled' })}
    </p>
    <dl>
      ${listed.map(
        ({ label, notes }) =>
          html`<dt><bdi>${label}</bdi></dt>
            <dd>
              <ul>
                ${notes.map((note) => html`<li>${note}</li>`)}
              </ul>
            </dd>`,
      )}
    </dl>
  </details>`;
}

/** Stands in the table where the host noted nothing about a card, which an empty cell would leave open. */
export function nothingNoted(): string {
  return msg('Nothing noted', { id: 'card-issue.none' });
}

function noteOf(issue: Value): string {
  switch (issue) {
    case 'early-quit':
      return msg('Learners left here within five minutes.', { id: 'card-issue.early-quit' });
    case 'wrong-answers':
      return msg('Learners gave several wrong answers in a row.', { id: 'card-issue.wrong-answers' });
    case 'round-and-round':
      return msg('Learners went round and round through this card.', { id: 'card-issue.round-and-round' });
    default:
      return String(issue);
  }
}
