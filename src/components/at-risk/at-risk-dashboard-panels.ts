import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { StaticValue } from 'lit/static-html.js';

/** What all parts of a dashboard are given. */
export interface PartSettings {
  readonly level: number | null | undefined;
  readonly timezone: string | null | undefined;
  readonly withoutMenu: boolean | null | undefined;
  readonly contact: boolean | null | undefined;
  readonly helpUrl: string | null | undefined;
}

/** A chart or a table on a tab. Its id names it in filters, so that a state from the address finds it again. */
interface Part {
  readonly tag: StaticValue;
  readonly id: string;
  /** Stands across, where there is room for two beside each other. */
  readonly wide: boolean;
}

/** Ids of the tabs under engagement. */
export type EngagementId = 'pages' | 'problems' | 'videos';

/** Ids of the tabs that show something. */
export type PanelId = 'overview' | 'enrollment' | EngagementId | 'performance' | 'help';

const PARTS: Readonly<Record<PanelId, readonly Part[]>> = {
  overview: [part('last-visit-chart', 'last-visits'), part('never-started-table', 'never-started')],
  enrollment: [part('track-chart', 'tracks'), part('enrollment-chart', 'enrollment-dates')],
  pages: [
    part('page-engagement-chart', 'page-engagement', true),
    part('section-table', 'sections'),
    part('interactions-chart', 'interactions'),
    part('subsection-table', 'subsections'),
    part('visits-chart', 'visits'),
  ],
  problems: [
    part('problem-engagement-chart', 'problem-engagement', true),
    part('problem-attempts-table', 'problem-attempts', true),
    part('problem-results-table', 'problem-results', true),
  ],
  videos: [
    part('video-engagement-chart', 'video-engagement', true),
    part('video-table', 'videos', true),
    part('video-views-chart', 'video-views'),
    part('video-segments-chart', 'video-segments'),
  ],
  performance: [part('grade-chart', 'grades', true), part('approval', 'approval', true)],
  help: [],
};

function part(name: string, id: string, wide = false): Part {
  return { tag: unsafeStatic(`at-risk-${name}`), id, wide };
}

/** Ids of the tabs that show something, in order. */
export const PANELS: readonly string[] = Object.keys(PARTS);

/** Whether a text names a tab that shows something. */
export function isPanel(id: string | null | undefined): id is PanelId {
  return PANELS.some((panel) => panel === id);
}

/** Whether a tab stands under engagement. */
export function isEngagement(id: PanelId): id is EngagementId {
  return id === 'pages' || id === 'problems' || id === 'videos';
}

/** What a tab shows. */
export function renderPanel(id: PanelId, settings: PartSettings): TemplateResult {
  const { level, timezone, withoutMenu, contact, helpUrl } = settings;
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
    .contact=${contact}
    .isToldAround=${true}
  ></at-risk-table>`;
  return html`<div class="parts">${id === 'overview' ? list : nothing}${PARTS[id].map((each) => renderPart(each, settings))}</div>`;
}

function renderPart({ tag, id, wide }: Part, { level, timezone, withoutMenu }: PartSettings): TemplateResult {
  return staticHtml`
    <${tag} class=${wide ? 'wide' : ''} id=${id} .headingLevel=${level} .timezone=${timezone} .withoutMenu=${withoutMenu}
      .isToldAround=${true}></${tag}>`;
}
