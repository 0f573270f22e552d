import { msg } from '../../localize/msg.js';
import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { DatasetProvider } from '../base/dataset-provider.js';
import { LocaleController } from '../base/locale.js';
import { SourceElement } from '../base/source-element.js';
import { text, tokens } from '../base/tokens.js';

const LEVELS = [1, 2, 3, 4, 5, 6].map((level) => unsafeStatic(`h${level}`));

/**
 * The Creator Stats Report: all its parts around one dataset. A choice in one part filters the others; a row of the table opens
 * that exploration in all of them.
 *
 * @summary How learners fare in a creator's explorations, and what to improve first.
 * @element creator-stats-report
 * @useFor As the Stats tab of a creator’s dashboard: all parts around one dataset.
 * @notFor For one number in an existing card; take the single tag with `exploration`.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {FilterChangeEvent} stats-filter-change - The clauses changed.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart heading - The title.
 * @csspart parts - The grid of all parts.
 */
export class CreatorStatsReport extends SourceElement {
  static override styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
        container-type: inline-size;
        color: var(--_text);
      }
      :host([hidden]) {
        display: none;
      }
      .heading {
        margin: 0 0 var(--_space-3);
        ${text('headline')}
      }
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_space-4);
        align-items: start;
      }
      @container (inline-size >= 52rem) {
        .parts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  /** Shows this exploration alone, in every part. */
  @property() exploration?: string;

  /** Title of the report; its own if left out. */
  @property() heading?: string;

  /** Level of the title in the page's outline, 1 to 5; titles of the parts are one level below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Leaves the ⋮ menus out. */
  @property({ type: Boolean, attribute: 'without-menu' }) withoutMenu = false;

  /** Fewest learners of a group that is shown. */
  @property({ type: Number, attribute: 'min-group' }) minGroup = 10;

  protected readonly localized = new LocaleController(this);
  /** @internal */
  protected readonly given = new DatasetProvider(this);

  /** Draws outside of zone.js, as widgets do. */
  protected override performUpdate(): void {
    this.localized.draw(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    const level = Math.min(5, Math.max(1, Math.round(this.headingLevel) || 2));
    const tag = LEVELS[level - 1];
    const [below, one, bare] = [level + 1, ifDefined(this.exploration), this.withoutMenu];
    const title = this.heading ?? msg('Creator stats report', { id: 'creator-stats-report.title' });
    return html` ${staticHtml`<${tag} part="heading" class="heading"><slot name="heading"><bdi>${title}</bdi></slot></${tag}>`}
      <div part="parts" class="parts">
        <creator-summary
          class="wide"
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-summary>
        <creator-insights
          class="wide"
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-insights>
        <creator-engagement-chart
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-engagement-chart>
        <creator-dropoff-chart
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-dropoff-chart>
        <creator-attempts-chart
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-attempts-chart>
        <creator-demographics-chart
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
          .minGroup=${this.minGroup}
        ></creator-demographics-chart>
        <creator-trend-chart
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-trend-chart>
        <creator-rating-chart
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-rating-chart>
        <creator-exploration-table
          class="wide"
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-exploration-table>
        <creator-feedback-list
          class="wide"
          heading-level=${below}
          exploration=${one}
          ?without-menu=${bare}
          .timezone=${this.timezone}
        ></creator-feedback-list>
      </div>`;
  }
}
