import { msg, str } from '../../localize/msg.js';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, rowsIn } from '../base/dataset/cell.js';
import type { ExportedView } from '../base/menu/exporting.js';
import { formatNumber } from '../base/text/format.js';
import { StatsElement } from '../base/stats-element.js';
import { text } from '../base/tokens.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { withTexts } from './derived-answer.js';
import { insightText } from './insight-sentence.js';
import type { InsightText } from './insight-sentence.js';
import { noExploration } from './no-exploration.js';
import { oneExploration } from './one-exploration.js';

const EXPLORATIONS = 'creator.explorations';

/** Findings before the reader asks for the rest: those with most to win, and no more than there is room kept for. */
const SHOWN_AT_FIRST = 3;

/** What leaves the page: the sentence as it is read, and what it stands on. Ids and codes for programs stay in the view. */
const EXPORTED = ['sentence', 'title', 'state', 'week', 'value', 'expected', 'low', 'high', 'learners'];
/** Of these only what some finding has: most are about no card, or about no week. */
const OF_SOME = ['state', 'week'];

/**
 * What stands out among the creator's explorations, as sentences with their evidence, most to win first. Only differences larger
 * than chance, the number of comparisons allowed for, never on fewer than 20 starts. Choosing one filters by its exploration.
 *
 * @summary Findings about the creator's explorations, in sentences.
 * @element creator-insights
 * @useFor To say in sentences what to look at first, with the evidence.
 * @notFor With few plays: it is silent where chance would explain a difference.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where nothing stands out.
 * @fires {FilterEvent} stats-filter - The reader chose an exploration, or let it go.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 */
export class CreatorInsights extends StatsElement {
  static override styles: CSSResultGroup = [
    StatsElement.styles,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
        display: grid;
      }
      li {
        border-block-start: var(--_hairline) solid var(--_border);
      }
      .insight {
        display: grid;
        inline-size: 100%;
        text-align: start;
        padding: var(--_space-2);
        row-gap: var(--_space-1);
      }
      .insight:hover {
        background: var(--_sunken);
      }
      .insight[aria-pressed='true'] {
        background: var(--_selected);
        border-inline-start: var(--_accent-bar) solid var(--_accent);
        padding-inline-start: calc(var(--_space-2) - var(--_accent-bar));
      }
      .evidence {
        color: var(--_muted);
        ${text('small')}
      }
      @media screen {
        .few > :nth-child(n + ${SHOWN_AT_FIRST + 1}) {
          display: none;
        }
      }
      @media print {
        .base {
          display: block;
          break-inside: auto;
        }
        header {
          break-after: avoid;
        }
        /* Between rows of a grid browsers break also where what follows forbids it. */
        ol {
          display: block;
        }
        li {
          break-inside: avoid;
        }
      }
    `,
  ];

  /** Shows findings about this exploration alone. */
  @property() exploration?: string | null | undefined;

  @state() private isWhole = false;

  protected override readonly companions = [{ view: EXPLORATIONS, params: { limit: 1 } }] as const;
  protected override readonly needs = ['insights'] as const;
  protected override readonly skeleton = 'list';
  protected override readonly view = 'creator.insights';

  /** The findings with their sentences. */
  protected override explained?: ViewData;
  #texts: readonly InsightText[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { result } = this;
    const options = { locale: this.localized.language, timezone: this.zone };
    this.#texts = result === undefined ? [] : rowsIn(result).map((row) => insightText(result, row, options));
    if (result === undefined) return;
    const sentences = this.#texts.map(({ sentence }) => sentence);
    this.explained = withTexts(result, { name: 'sentence', meaning: 'insights.sentence' }, sentences);
  }

  protected override shownNames(): readonly string[] {
    const { result } = this;
    return EXPORTED.filter((name) => !OF_SOME.includes(name) || rowsIn(result).some((row) => cell(result, name, row) !== null));
  }

  protected override exported(): Promise<ExportedView | undefined> {
    const { explained: result } = this;
    return Promise.resolve(result && { result, columns: this.shownNames().map((column) => ({ column })) });
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override titleText(): string {
    return msg('What stands out', { id: 'creator-insights.title' });
  }

  protected override subtitle(): string {
    return msg('Differences larger than chance, of at least 20 starts; most to win first.', { id: 'creator-insights.subtitle' });
  }

  protected override renderBody(result: ViewData): TemplateResult {
    const rows = rowsIn(result);
    return html`<ol class=${this.isWhole ? '' : 'few'}>
        ${rows.map((row) => this.#renderInsight(result, row))}
      </ol>
      ${rows.length > SHOWN_AT_FIRST ? this.#renderMore(rows.length) : nothing}`;
  }

  protected override emptyState(): WidgetState {
    if (this.answers.get(EXPLORATIONS)?.total === 0) return noExploration(this.exploration);
    return { kind: 'empty', sentence: msg('Nothing stands out beyond chance, as far as is known.', { id: 'creator-insights.empty' }) };
  }

  #renderMore(count: number): TemplateResult {
    const all = formatNumber(count, this.localized.language);
    return html`<button type="button" class="link" aria-expanded=${String(this.isWhole)} @click=${() => (this.isWhole = !this.isWhole)}>
      ${this.isWhole ? msg('Show fewer', { id: 'creator-insights.fewer' }) : msg(str`Show all ${all}`, { id: 'creator-insights.all' })}
    </button>`;
  }

  #renderInsight(result: ViewData, row: number): TemplateResult {
    const exploration = cell(result, 'exploration', row);
    const text = this.#texts[row];
    return html` <li>
      <button
        type="button"
        class="insight"
        aria-pressed=${String(this.chosen('exploration').includes(exploration))}
        @click=${() => this.choose('exploration', exploration)}
      >
        <span>${text?.sentence}</span><span class="evidence">${text?.evidence}</span>
      </button>
    </li>`;
  }
}
