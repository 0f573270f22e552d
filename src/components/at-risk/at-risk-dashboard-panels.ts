import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html as staticHtml, literal } from 'lit/static-html.js';
import type { StaticValue } from 'lit/static-html.js';

/** What all parts of a dashboard are given. */
export interface PartSettings {
  readonly level: number;
  readonly timezone: string;
  readonly withoutMenu: boolean;
  readonly audience: 'roster' | 'aggregate';
  readonly minGroup: number;
  readonly contact: boolean;
  readonly helpUrl: string | undefined;
}

/** A chart or a table on a tab. Its id names it in filters, so that a state from the address finds it again. */
interface Part {
  readonly tag: StaticValue;
  readonly id: string;
  /** Stands across, where there is room for two beside each other. */
  readonly wide?: boolean;
}

/** Ids of the tabs under engagement. */
export type EngagementId = 'pages' | 'problems' | 'videos';

/** Ids of the tabs that show something. */
export type PanelId = 'overview' | 'enrollment' | EngagementId | 'performance' | 'help';

const PARTS: Readonly<Record<PanelId, readonly Part[]>> = {
  overview: [
    { tag: literal`at-risk-last-visit-chart`, id: 'last-visits' },
    { tag: literal`at-risk-never-started-table`, id: 'never-started' },
  ],
  enrollment: [
    { tag: literal`at-risk-track-chart`, id: 'tracks' },
    { tag: literal`at-risk-enrollment-chart`, id: 'enrollment-dates' },
  ],
  pages: [
    { tag: literal`at-risk-page-engagement-chart`, id: 'page-engagement', wide: true },
    { tag: literal`at-risk-section-table`, id: 'sections' },
    { tag: literal`at-risk-interactions-chart`, id: 'interactions' },
    { tag: literal`at-risk-subsection-table`, id: 'subsections' },
    { tag: literal`at-risk-visits-chart`, id: 'visits' },
  ],
  problems: [
    { tag: literal`at-risk-problem-engagement-chart`, id: 'problem-engagement', wide: true },
    { tag: literal`at-risk-problem-attempts-table`, id: 'problem-attempts', wide: true },
    { tag: literal`at-risk-problem-results-table`, id: 'problem-results', wide: true },
  ],
  videos: [
    { tag: literal`at-risk-video-engagement-chart`, id: 'video-engagement', wide: true },
    { tag: literal`at-risk-video-table`, id: 'videos', wide: true },
    { tag: literal`at-risk-video-views-chart`, id: 'video-views' },
    { tag: literal`at-risk-video-segments-chart`, id: 'video-segments' },
  ],
  performance: [
    { tag: literal`at-risk-grade-chart`, id: 'grades', wide: true },
    { tag: literal`at-risk-approval`, id: 'approval', wide: true },
  ],
  help: [],
};

/** Ids of the tabs that show something, in order. */
export const PANELS: readonly string[] = Object.keys(PARTS);

/** Whether a text names a tab that shows something. */
export function isPanel(id: string): id is PanelId {
  return PANELS.includes(id);
}

/** Whether a tab stands under engagement. */
export function isEngagement(id: PanelId): id is EngagementId {
  return id === 'pages' || id === 'problems' || id === 'videos';
}

/** What a tab shows. */
export function renderPanel(id: PanelId, settings: PartSettings): TemplateResult {
  const { level, timezone, withoutMenu, audience, minGroup, contact, helpUrl } = settings;
  if (id === 'help') {
    return html`<at-risk-help .headingLevel=${level} help-url=${helpUrl ?? nothing}
      ><slot name="help-links" slot="links"></slot
    ></at-risk-help>`;
  }
  const list = html` <at-risk-table
    class="wide"
    id="learners"
    .headingLevel=${level}
    .timezone=${timezone}
    .withoutMenu=${withoutMenu}
    .audience=${audience}
    .minGroup=${minGroup}
    .contact=${contact}
  ></at-risk-table>`;
  return html`<div class="parts">${id === 'overview' ? list : nothing}${PARTS[id].map((part) => renderPart(part, settings))}</div>`;
}

function renderPart({ tag, id, wide = false }: Part, { level, timezone, withoutMenu, audience, minGroup }: PartSettings): TemplateResult {
  return staticHtml`
    <${tag} class=${wide ? 'wide' : ''} id=${id} .headingLevel=${level} .timezone=${timezone} .withoutMenu=${withoutMenu}
      .audience=${audience} .minGroup=${minGroup}></${tag}>`;
}
