import { show } from '../../../stories/support/show.js';
import { COUNTED, COURSES, CREATORS } from './data.js';
import { DASHBOARD, STREAMS } from './server.js';

/** Kinds of pages that a sequence begins with. */
export const KINDS = ['creator', 'course', 'report', 'dashboard', 'mixed', 'streamed', 'on-demand'] as const;
export type PageKind = (typeof KINDS)[number];

const CREATOR_TAGS: readonly (readonly [tag: string, id: string])[] = [
  ['stats-filter-bar', 'bar'],
  ['creator-summary', 'summary'],
  ['creator-engagement-chart', 'engagement'],
  ['creator-trend-chart', 'trend'],
  ['creator-rating-chart', 'rating'],
  ['creator-exploration-table', 'table'],
];

const COURSE_TAGS: readonly (readonly [tag: string, id: string])[] = [
  ['stats-filter-bar', 'bar'],
  ['at-risk-table', 'table'],
  ['at-risk-last-visit-chart', 'last-visits'],
  ['at-risk-track-chart', 'tracks'],
  ['at-risk-visits-chart', 'visits'],
  ['at-risk-page-engagement-chart', 'pages'],
  ['at-risk-approval', 'approval'],
];

/** What needs statistics, cards and feedback of explorations. */
const ON_DEMAND_TAGS: readonly (readonly [tag: string, id: string])[] = [
  ['stats-filter-bar', 'bar'],
  ['creator-summary', 'summary'],
  ['creator-exploration-table', 'table'],
  ['creator-dropoff-chart', 'dropoff'],
  ['creator-insights', 'insights'],
  ['creator-feedback-list', 'feedback'],
];

/** The rest of what a page may show of a course. */
const FURTHER_TAGS: readonly (readonly [tag: string, id: string])[] = [
  ['stats-filter-bar', 'further'],
  ['at-risk-grade-chart', 'grades'],
  ['at-risk-enrollment-chart', 'dates'],
  ['at-risk-never-started-table', 'never'],
  ['at-risk-section-table', 'sections'],
  ['at-risk-video-segments-chart', 'segments'],
  ['at-risk-video-views-chart', 'views'],
  ['at-risk-problem-results-table', 'results'],
];

/** A page of a kind, as a host writes it. */
export function beginning(kind: PageKind): HTMLElement {
  const page = document.createElement('div');
  page.className = 'page';
  page.append(...contentOf(kind));
  page.append(show('p', { id: 'elsewhere' }));
  return page;
}

function contentOf(kind: PageKind): readonly HTMLElement[] {
  const ofCreator = { provider: 'oppia', data: CREATORS['six'], now: '2026-11-16T12:00:00Z' };
  const ofCourse = { provider: 'tables', src: Object.keys(COURSES)[0], now: '2024-03-13T00:00:00Z' };
  switch (kind) {
    case 'creator':
      return [around({ id: 'data', ...ofCreator }, CREATOR_TAGS)];
    case 'course':
      return [around({ id: 'data', ...ofCourse }, COURSE_TAGS)];
    case 'report':
      return [show('creator-stats-report', { id: 'data', ...ofCreator })];
    case 'dashboard':
      return [show('at-risk-dashboard', { id: 'data', ...ofCourse })];
    case 'streamed':
      return [around({ id: 'data', provider: 'xapi', src: [...STREAMS.keys()][0], now: '2024-03-13T00:00:00Z' }, COURSE_TAGS)];
    case 'on-demand':
      return [around({ id: 'data', provider: 'oppia', src: DASHBOARD, now: '2026-11-16T12:00:00Z' }, ON_DEMAND_TAGS)];
    case 'mixed':
      return [
        around({ id: 'course', ...ofCourse }, FURTHER_TAGS),
        show('at-risk-interactions-chart', { id: 'interactions', dataset: 'course' }),
        around({ id: 'data', ...ofCreator }, CREATOR_TAGS.slice(-1)),
        show('creator-engagement-chart', { id: 'counted', provider: 'creator-engagement-stats', data: COUNTED }),
      ];
  }
}

function around(settings: Readonly<Record<string, unknown>>, tags: readonly (readonly [tag: string, id: string])[]): HTMLElement {
  const dataset = show('stats-dataset', settings);
  dataset.append(...tags.map(([tag, id]) => show(tag, { id })));
  return dataset;
}
