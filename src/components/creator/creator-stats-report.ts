import { msg } from '../../localize/msg.js';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { html as staticHtml, literal } from 'lit/static-html.js';
import type { StaticValue } from 'lit/static-html.js';
import { DatasetProvider } from '../base/dataset-provider.js';
import { LocaleController } from '../base/locale.js';
import { wholePartsNotice } from '../base/parts-text.js';
import { headingTag, renderNotice } from '../base/shell.js';
import { shellStyles } from '../base/shell-styles.js';
import { SourceElement } from '../base/source-element.js';
import { text, tokens } from '../base/tokens.js';
import { WholeMenu } from '../base/whole-menu.js';

/** The parts in order; `wide` ones stand across, where there is room for two beside each other. */
const PARTS: readonly { readonly tag: StaticValue; readonly wide?: boolean }[] = [
  { tag: literal`creator-summary`, wide: true },
  { tag: literal`creator-insights`, wide: true },
  { tag: literal`creator-engagement-chart` },
  { tag: literal`creator-dropoff-chart` },
  { tag: literal`creator-attempts-chart` },
  { tag: literal`creator-demographics-chart` },
  { tag: literal`creator-trend-chart` },
  { tag: literal`creator-rating-chart` },
  { tag: literal`creator-comparison`, wide: true },
  { tag: literal`creator-exploration-table`, wide: true },
  { tag: literal`creator-feedback-list`, wide: true },
];

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
 * @fires {ExportEvent} stats-export - A file of the whole is about to be made. Cancelable.
 * @csspart heading - The title.
 * @csspart notice - How many statistics are loaded, while some are missing, with the way to stop and to go on.
 * @csspart parts - The grid of all parts.
 */
export class CreatorStatsReport extends SourceElement {
  static override styles: CSSResultGroup = [
    tokens,
    shellStyles,
    css`
      .heading {
        ${text('headline')}
      }
      /* At the end, where it comes and goes without moving anything, yet in sight. */
      .notice {
        position: sticky;
        inset-block-end: 0;
        z-index: 1;
        margin-block: var(--_space-2) 0;
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

  #menu = new WholeMenu({ element: this, localized: this.localized, title: () => this.#title() });

  /** Draws outside of zone.js, as widgets do. */
  protected override performUpdate(): void {
    this.localized.draw(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    const level = Math.min(5, Math.max(1, Math.round(this.headingLevel) || 2));
    const tag = headingTag(level);
    const [below, one, bare] = [level + 1, ifDefined(this.exploration), this.withoutMenu];
    return html` <header>
        ${staticHtml`<${tag} part="heading" class="heading"><slot name="heading"><bdi>${this.#title()}</bdi></slot></${tag}>`}
        ${bare ? nothing : this.#menu.render()}
      </header>
      <div part="parts" class="parts">
        ${PARTS.map(
          ({ tag: part, wide = false }) => staticHtml`
            <${part}
              class=${wide ? 'wide' : ''}
              heading-level=${below}
              exploration=${one}
              ?without-menu=${bare}
              .timezone=${this.timezone}
              .minGroup=${this.minGroup}
              .isToldAround=${true}
            ></${part}>`,
        )}
      </div>
      ${this.#renderProgress()}`;
  }

  /** One line for all parts while statistics of many explorations are asked for. */
  #renderProgress(): TemplateResult | typeof nothing {
    const dataset = this.pageDataset;
    const notice = dataset === undefined ? undefined : wholePartsNotice(dataset, this.localized.language);
    if (notice === undefined) return nothing;
    return renderNotice(notice, { retry: () => void this.refresh(), explain: () => undefined });
  }

  #title(): string {
    return this.heading ?? msg('Creator stats report', { id: 'creator-stats-report.title' });
  }
}
