import { msg, str } from '../../localize/msg.js';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { StaticValue } from 'lit/static-html.js';
import { DatasetProvider } from '../base/dataset/dataset-provider.js';
import type { FilterChangeEvent } from '../base/events.js';
import { formatNumber } from '../base/text/format.js';
import { LocaleController, speakAs } from '../base/text/locale.js';
import { wholePartsNotice } from '../base/states/parts-text.js';
import { renderHeading } from '../base/shell/heading.js';
import { renderNotice } from '../base/shell/shell.js';
import { shellStyles } from '../base/shell/shell-styles.js';
import { SourceElement } from '../base/source-element.js';
import { Spoken } from '../base/focus/spoken.js';
import { text, tokens } from '../base/tokens.js';
import { renderWholeFailure, wholeFailureStyles } from '../base/states/whole-failure.js';
import { WholeMenu } from '../base/menu/whole-menu.js';
import { outsideZone } from '../../workers/connect.js';
import { withoutCards } from './chosen-cards.js';
import { twoExplorations } from './two-explorations.js';
import type { Two } from './two-explorations.js';

interface Part {
  readonly tag: string;
  /** Stands across, where there is room for two beside each other. */
  readonly wide?: boolean;
  /** Draws one exploration: of two that are compared there is one for each. */
  readonly ofOne?: boolean;
}

/** The parts in order. */
const PARTS: readonly Part[] = [
  { tag: 'creator-summary', wide: true },
  { tag: 'creator-insights', wide: true },
  { tag: 'creator-engagement-chart' },
  { tag: 'creator-dropoff-chart', ofOne: true },
  { tag: 'creator-attempts-chart' },
  { tag: 'creator-demographics-chart' },
  { tag: 'creator-trend-chart' },
  { tag: 'creator-rating-chart', ofOne: true },
  { tag: 'creator-comparison', wide: true },
  { tag: 'creator-exploration-table', wide: true },
  { tag: 'creator-feedback-list', wide: true },
];
const TAGS: ReadonlyMap<string, StaticValue> = new Map(PARTS.map(({ tag }) => [tag, unsafeStatic(tag)]));

/** A part as it is shown now. */
interface ShownPart extends Part {
  /** Its id, by which filters that are set there are known in links. */
  readonly key: string;
  readonly exploration: string | null | undefined;
}

/** All parts; while two explorations are compared, those that draw one come after the other drawings, in pairs. */
function partsOf(exploration: string | null | undefined, two: Two | undefined): readonly ShownPart[] {
  const parts = PARTS.map((part): ShownPart => ({ ...part, key: part.tag, exploration }));
  if (two === undefined) return parts;
  const pairs = parts
    .filter(({ ofOne }) => ofOne === true)
    .flatMap((part) => two.map((id, at) => ({ ...part, key: `${part.tag}-${at + 1}`, exploration: id })));
  const single = parts.filter(({ ofOne }) => ofOne !== true);
  const after = single.findIndex(({ tag }) => tag === 'creator-comparison');
  return [...single.slice(0, after), ...pairs, ...single.slice(after)];
}

/**
 * The Creator Stats Report: all its parts around one dataset. A choice in one part filters the others; a row of the table opens
 * that exploration in all of them; of two explorations that are chosen, what draws one is drawn for each, side by side.
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
    wholeFailureStyles,
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
      }
      .parts > * {
        min-inline-size: 0;
      }
      .parts > :not(:fullscreen)::part(base) {
        block-size: 100%;
      }
      @container (inline-size >= 52rem) {
        .parts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
      /* Of rows of a grid browsers do not know how high they get by breaking across pages. */
      @media print {
        .parts {
          display: block;
        }
        .parts > * {
          margin-block-start: var(--_space-4);
        }
      }
    `,
  ];

  /** Shows this exploration alone, in every part. */
  @property() exploration?: string | null | undefined;

  /** Title of the report; its own if left out. */
  @property() heading?: string | null | undefined;

  /** Level of the title in the page's outline, 1 to 5; titles of the parts are one level below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: number | null | undefined = 2;

  /** Leaves the ⋮ menus out. */
  @property({ type: Boolean, attribute: 'without-menu' }) withoutMenu: boolean | null | undefined = false;

  protected readonly localized = new LocaleController(this);
  /** @internal */
  override readonly around = new EventTarget();
  /** @internal */
  protected readonly given = new DatasetProvider(this);

  readonly #spoken = new Spoken(this);
  #menu = new WholeMenu({ element: this, localized: this.localized, title: () => this.#title() });

  constructor() {
    super();
    outsideZone(() => {
      for (const target of [this, this.around]) {
        target.addEventListener('stats-filter-change', this.#onFilterChange);
        target.addEventListener('stats-load', this.#onLoad);
      }
    });
  }

  /** Draws outside of zone.js, as widgets do. */
  protected override performUpdate(): void {
    this.localized.draw(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    const level = Math.min(5, Math.max(1, Math.round(this.headingLevel ?? 2) || 2));
    const [below, bare] = [level + 1, this.withoutMenu];
    const two = this.exploration ? undefined : twoExplorations(withoutCards(this.pageDataset?.clauses.all ?? []));
    return html` <header lang=${this.localized.language}>
        ${renderHeading(level, html`<slot name="heading"><bdi>${this.#title()}</bdi></slot>`, { part: 'heading' })}
        ${bare ? nothing : this.#menu.render()}
      </header>
      ${renderWholeFailure(this)}
      <div part="parts" class="parts">
        ${repeat(
          partsOf(this.exploration, two),
          ({ key }) => key,
          ({ key, tag: part, wide = false, exploration }) => staticHtml`
            <${TAGS.get(part)}
              id=${key}
              class=${wide ? 'wide' : ''}
              heading-level=${below}
              exploration=${ifDefined(exploration)}
              ?without-menu=${bare}
              .timezone=${this.timezone}
              .isToldAround=${true}
            ></${TAGS.get(part)}>`,
        )}
      </div>
      ${this.#renderProgress()}
      <div class="visually-hidden" role="status">${this.#spoken.textIn(this.localized.language)}</div>`;
  }

  /** What a choice in one part leaves of all others; of one exploration alone there is nothing to count. */
  #onFilterChange = (event: Event): void => {
    const { detail } = event as FilterChangeEvent;
    if (this.exploration || detail.dataset !== this.pageDataset?.id) return;
    speakAs(this);
    const [some, all] = [detail.shown, detail.total].map((count) => formatNumber(count, this.localized.language));
    this.#spoken.say(msg(str`${some} of ${all} explorations`, { id: 'filter-bar.explorations' }));
  };

  /** Nothing of former data is left to be read. */
  #onLoad = (): void => {
    this.#spoken.forget();
    this.requestUpdate();
  };

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
