import { msg } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { unlike } from '../../workers/connect.js';
import { DatasetProvider } from '../base/dataset/dataset-provider.js';
import type { ExportedWhole } from '../base/menu/exporting.js';
import { LocaleController } from '../base/text/locale.js';
import { renderHeading } from '../base/shell/heading.js';
import { ScrollEdges } from '../base/shell/scroll-edges.js';
import { shellStyles } from '../base/shell/shell-styles.js';
import { SourceElement } from '../base/source-element.js';
import { parseState } from '../base/address/state-snapshot.js';
import type { DatasetState } from '../base/address/state-snapshot.js';
import { tokens } from '../base/tokens.js';
import { renderWholeFailure, wholeFailureStyles } from '../base/states/whole-failure.js';
import { WholeMenu } from '../base/menu/whole-menu.js';
import { isEngagement, isPanel, PANELS, renderPanel } from './at-risk-dashboard-panels.js';
import type { EngagementId, PanelId, PartSettings } from './at-risk-dashboard-panels.js';
import { dashboardStyles } from './at-risk-dashboard-styles.js';
import { renderTabs, scrollToTab } from './at-risk-dashboard-tabs.js';
import type { AtRiskHelp } from './at-risk-help.js';
import type { Tab } from './at-risk-dashboard-tabs.js';

const FIRST = 'overview';

/**
 * The whole At-Risk Learner Dashboard: who is about to drop out, where the course loses them, and what they did before. Five tabs
 * over one dataset; each part filters all others, on every tab. Tabs that are not shown ask nothing.
 *
 * @summary Learners at risk: list, enrollment, engagement, performance, help.
 * @element at-risk-dashboard
 * @useFor To give a course team the whole picture on one page, with filters that hold on every tab.
 * @notFor In a narrow column beside other content; take single tags around a stats-dataset.
 * @since 0.1
 *
 * @slot help-links - Links on the Help tab, instead of that to the documentation of Open edX Aspects.
 * @fires {FilterEvent} stats-filter - The reader set or cleared a filter.
 * @fires {FilterChangeEvent} stats-filter-change - The clauses changed.
 * @fires {SelectEvent} stats-select - Ids of the chosen learners, never names.
 * @fires {ExportEvent} stats-export - A file of the whole is about to be made. Cancelable.
 * @fires {ContactEvent} stats-contact - The reader wants to write to learners, by ids.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded, or a state in the address could not be read.
 * @keyboard Tab - Goes to the chosen tab, then into what it shows.
 * @keyboard ← → Home End - On a tab: shows another one; after the last comes the first.
 * @csspart tabs - A list of tabs.
 * @csspart tab - A tab.
 * @csspart panel - What a tab shows.
 */
export class AtRiskDashboard extends SourceElement {
  static override styles: CSSResultGroup = [tokens, shellStyles, wholeFailureStyles, dashboardStyles];

  protected override get defaultProvider(): string {
    return 'xapi';
  }

  /** Title; none if left out. */
  @property() heading?: string | null | undefined;

  /** Level of the title in the page's outline, 1 to 6; without a title, that of the parts. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: number | null | undefined = 3;

  /** Leaves the ⋮ menus of all parts out. */
  @property({ type: Boolean, attribute: 'without-menu' }) withoutMenu: boolean | null | undefined = false;

  /** The chosen tab: overview, enrollment, pages, problems, videos, performance or help. */
  @property({ reflect: true }) tab: string | null | undefined = FIRST;

  /** Offers to contact chosen learners; the page listens to `stats-contact`. */
  @property({ type: Boolean }) contact: boolean | null | undefined = false;

  /** Address of your own documentation, on the Help tab. */
  @property({ attribute: 'help-url' }) helpUrl?: string | null | undefined;

  protected readonly provided = new DatasetProvider(this);
  protected readonly localized = new LocaleController(this);
  /** The tab of engagement that was shown last. */
  #engagement: EngagementId = 'pages';
  /** While it is not 0 all tabs are in the page, those not chosen out of sight, to be read. */
  #wholes = 0;
  #menu = new WholeMenu({
    element: this,
    localized: this.localized,
    title: () => this.heading ?? msg('At-risk learners: dashboard', { id: 'at-risk-dashboard.title' }),
    enter: () => this.#enter(),
    chapterOf: (part) => chapterOf(part),
  });

  constructor() {
    super();
    this.addController(new ScrollEdges(() => this.renderRoot));
  }

  /** What the reader has set, the chosen tab included. */
  override getState(): DatasetState {
    const panel = this.#panel;
    return { ...super.getState(), ...(panel === FIRST ? {} : { tab: panel }) };
  }

  override setState(state: unknown): void {
    const { tab = FIRST } = parseState(state);
    if (!isPanel(tab)) throw unlike('bad-option', 'state.tab', PANELS.join(', '), tab);
    super.setState(state);
    this.tab = tab;
  }

  /** Draws outside of zone.js, as widgets do. */
  protected override performUpdate(): void {
    this.localized.draw(() => super.performUpdate());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('tab')) for (const tab of this.renderRoot.querySelectorAll('[role="tab"][aria-selected="true"]')) scrollToTab(tab);
  }

  protected override render(): TemplateResult {
    const panel = this.#panel;
    if (isEngagement(panel)) this.#engagement = panel;
    const outer = isEngagement(panel) ? 'engagement' : panel;
    const tabs = mainTabs();
    return html` <div class="dashboard">
      ${this.#renderHeading()}
      <div>
        ${renderWholeFailure(this)}
        <stats-filter-bar id="filters" .timezone=${this.#timezone}></stats-filter-bar>
      </div>
      <div class="head" lang=${this.localized.language}>
        ${renderTabs(msg('Dashboard', { id: 'dashboard.tabs' }), tabs, outer, this.localized.direction, (id) => this.#choose(id))}
        ${this.withoutMenu ? nothing : this.#menu.render()}
      </div>
      ${tabs.map((tab) => this.#renderTabPanel(tab, outer, () => this.#renderMain(tab.id)))}
    </div>`;
  }

  #renderTabPanel({ id, label }: Tab, chosen: string, content: () => TemplateResult | typeof nothing): TemplateResult {
    const [isChosen, isAside] = [id === chosen, this.#wholes > 0 && id !== chosen];
    return html` <div
      part="panel"
      role="tabpanel"
      id=${`panel-${id}`}
      data-chapter=${label}
      aria-labelledby=${`tab-${id}`}
      class=${isAside ? 'aside' : ''}
      ?inert=${isAside}
      ?hidden=${!isChosen && !isAside}
    >
      ${cache(isChosen || isAside ? content() : nothing)}
    </div>`;
  }

  #renderMain(id: string): TemplateResult | typeof nothing {
    if (isPanel(id)) return renderPanel(id, this.#settings);
    const tabs = engagementTabs();
    return html` ${renderTabs(msg('Engagement', { id: 'dashboard.engagement' }), tabs, this.#engagement, this.localized.direction, (inner) => this.#choose(inner))}
    ${tabs.map((tab) => this.#renderTabPanel(tab, this.#engagement, () => renderPanel(tab.id, this.#settings)))}`;
  }

  /** Brings all tabs into the page, until their widgets have been read. */
  async #enter(): Promise<{ readonly pages: ExportedWhole['pages']; readonly leave: () => void }> {
    this.#wholes++;
    this.requestUpdate();
    await this.updateComplete;
    const help = this.renderRoot.querySelector<AtRiskHelp>('at-risk-help');
    await help?.updateComplete;
    const sentences = [...(help?.renderRoot.querySelectorAll('p, li') ?? [])].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    return {
      pages: help === null ? [] : [{ chapter: msg('Help', { id: 'tab.help' }), sentences: sentences.filter((text) => text !== '') }],
      leave: () => {
        this.#wholes = 0;
        this.requestUpdate();
      },
    };
  }

  /** The title that the host gave; frameworks set what they take away to null. */
  get #ownHeading(): string | undefined {
    return this.heading ?? undefined;
  }

  #renderHeading(): TemplateResult | typeof nothing {
    const heading = this.#ownHeading;
    return heading === undefined ? nothing : renderHeading(this.headingLevel, heading);
  }

  get #settings(): PartSettings {
    return {
      level: this.#ownHeading === undefined ? this.headingLevel : (this.headingLevel ?? 3) + 1,
      timezone: this.#timezone,
      withoutMenu: this.withoutMenu,
      contact: this.contact,
      helpUrl: this.helpUrl,
    };
  }

  get #timezone(): string | null | undefined {
    return this.pageDataset?.source.timezone ?? this.timezone;
  }

  get #panel(): PanelId {
    return isPanel(this.tab) ? this.tab : FIRST;
  }

  /** Shows a tab; where the focus is on another one, it goes along. */
  #choose(id: string): void {
    const hadFocus = this.shadowRoot?.activeElement?.getAttribute('role') === 'tab';
    this.tab = id === 'engagement' ? this.#engagement : id;
    if (hadFocus) void this.updateComplete.then(() => this.shadowRoot?.getElementById(`tab-${id}`)?.focus());
  }
}

/** The tabs that a part stands on, the outer one first. */
function chapterOf(part: Element): string {
  const labels: string[] = [];
  for (
    let panel = part.closest<HTMLElement>('[data-chapter]');
    panel;
    panel = panel.parentElement?.closest<HTMLElement>('[data-chapter]') ?? null
  )
    labels.unshift(panel.dataset['chapter'] ?? '');
  return labels.join(': ');
}

function mainTabs(): readonly Tab[] {
  return [
    { id: 'overview', label: msg('Overview', { id: 'tab.overview' }) },
    { id: 'enrollment', label: msg('Enrollment', { id: 'tab.enrollment' }) },
    { id: 'engagement', label: msg('Engagement', { id: 'tab.engagement' }) },
    { id: 'performance', label: msg('Performance', { id: 'tab.performance' }) },
    { id: 'help', label: msg('Help', { id: 'tab.help' }) },
  ];
}

function engagementTabs(): readonly (Tab & { readonly id: EngagementId })[] {
  return [
    { id: 'pages', label: msg('Pages', { id: 'tab.pages' }) },
    { id: 'problems', label: msg('Problems', { id: 'tab.problems' }) },
    { id: 'videos', label: msg('Videos', { id: 'tab.videos' }) },
  ];
}
