import { msg, plural, str } from '../../localize/msg.js';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Value } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { Companion } from '../base/dataset/companion.js';
import { formatNumber, formatValue } from '../base/text/format.js';
import type { FormatOptions } from '../base/text/format.js';
import { text } from '../base/tokens.js';
import type { SeriesRow } from '../charts/series/layout-series.js';
import { oneExploration } from './one-exploration.js';
import type { ShownExploration } from './shown-exploration.js';

export const FEEDBACK = 'creator.feedback';

/** One thread, as it is listed. Its subject is null where it is not at hand: it is never stored. */
export interface Thread {
  readonly id: Value;
  readonly subject: Value;
  readonly status: Value;
  readonly updated: Value;
}

/** The feedback threads of the cards of one exploration. */
export interface CardThreads {
  readonly of: (card: Value) => readonly Thread[];
}

/** Styles of the lists of threads. */
export const threadStyles = css`
  .threads summary {
    min-block-size: var(--_target);
    align-content: center;
    cursor: pointer;
  }
  .threads dl,
  .threads dd,
  .threads ul {
    margin: 0;
  }
  .threads dt {
    font-weight: 600;
  }
  .threads li {
    overflow-wrap: anywhere;
  }
  .threads .about {
    color: var(--_muted);
    ${text('small')}
  }
`;

/** What asks for the threads of an exploration; undefined while none is shown. */
export function threadsOf(exploration: ShownExploration | undefined): Companion | undefined {
  return exploration === undefined ? undefined : { view: FEEDBACK, clauses: oneExploration(exploration.id) };
}

/** The threads of an answer by their cards; undefined where the host does not tell them, or they have not come. */
export function cardThreads(answer: ViewData | undefined, unknown: string | undefined): CardThreads | undefined {
  if (answer === undefined || unknown !== undefined || areMissing(answer)) return undefined;
  const byCard = new Map<Value, Thread[]>();
  for (const row of rowsIn(answer)) {
    const of = (column: string): Value => cell(answer, column, row);
    const thread = { id: of('thread'), subject: of('subject'), status: of('status'), updated: of('last_updated') };
    byCard.set(of('state'), [...(byCard.get(of('state')) ?? []), thread]);
  }
  return { of: (card) => byCard.get(card) ?? [] };
}

/** Whether threads were not asked for yet, or could not be had; then there may be some. */
export function areMissing({ parts }: ViewData): boolean {
  return parts !== undefined && parts.waiting + parts.failed > 0;
}

/** "2 threads". */
export function threadCount(count: number, locale: string): string {
  return msg(plural(count, '1 thread', str`${formatNumber(count, locale)} threads`), { id: 'creator-feedback-list.headline' });
}

/** The threads of cards, card by card, behind a button that says how many there are; nothing where there is none. */
export function renderThreads(
  threads: CardThreads | undefined,
  cards: readonly SeriesRow[],
  options: FormatOptions,
): TemplateResult | typeof nothing {
  const listed = cards.flatMap(({ key, label }) => {
    const own = threads?.of(key) ?? [];
    return own.length === 0 ? [] : [{ label, own }];
  });
  if (listed.length === 0) return nothing;
  const count = threadCount(
    listed.reduce((sum, { own }) => sum + own.length, 0),
    options.locale,
  );
  return html` <details class="threads" part="threads">
    <summary>${msg(str`Feedback on these cards: ${count}`, { id: 'creator-dropoff-chart.threads' })}</summary>
    <dl>
      ${listed.map(
        ({ label, own }) =>
          html`<dt><bdi>${label}</bdi></dt>
            <dd>
              <ul>
                ${own.map((thread) => renderThread(thread, options))}
              </ul>
            </dd>`,
      )}
    </dl>
  </details>`;
}

function renderThread({ subject, status, updated }: Thread, options: FormatOptions): TemplateResult {
  const name = subject === null ? msg('Subject not at hand: it is never stored.', { id: 'creator-dropoff-chart.no-subject' }) : subject;
  const about = [formatValue(status, 'code', options), formatValue(updated, 'instant', { ...options, style: 'short' })].join(' · ');
  return html`<li>
    <bdi>${name}</bdi> <span class="about"><bdi>${about}</bdi></span>
  </li>`;
}
