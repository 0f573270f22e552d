/** What a test does with the at-risk dashboard. */
import { footer } from './widgets.mjs';

export const PAGE = '/dashboard.html';
export const DASHBOARD = 'at-risk-dashboard';

/** Tags of each tab, in order. */
export const TABS = {
  overview: ['at-risk-table', 'at-risk-last-visit-chart', 'at-risk-never-started-table'],
  enrollment: ['at-risk-track-chart', 'at-risk-enrollment-chart'],
  pages: [
    'at-risk-page-engagement-chart',
    'at-risk-section-table',
    'at-risk-interactions-chart',
    'at-risk-subsection-table',
    'at-risk-visits-chart',
  ],
  problems: ['at-risk-problem-engagement-chart', 'at-risk-problem-attempts-table', 'at-risk-problem-results-table'],
  videos: ['at-risk-video-engagement-chart', 'at-risk-video-table', 'at-risk-video-views-chart', 'at-risk-video-segments-chart'],
  performance: ['at-risk-grade-chart', 'at-risk-approval'],
};

/** The footer of the list of learners, once it counts. */
export const list = (page) => footer(page, 'at-risk-table').filter({ hasText: /of \d+/ });

/** How many learners of how many the filter bar counts. */
export const count = (page) => page.locator('stats-filter-bar .count');

/** What is set, in the filter bar. */
export const chips = (page) => page.locator('stats-filter-bar [part~="chip"]');

/** How many rows the list has, once it has other ones than before. */
export async function rows(page, before) {
  await page.waitForFunction((old) => {
    const pager = document
      .querySelector('at-risk-dashboard')
      .shadowRoot.querySelector('at-risk-table')
      ?.shadowRoot.querySelector('[part~="pager"]');
    const total = /of ([\d,]+)/.exec(pager?.textContent ?? '')?.[1]?.replace(/,/g, '');
    return total !== undefined && Number(total) !== old;
  }, before ?? -1);
  return Number(/of ([\d,]+)/.exec(await list(page).textContent())[1].replace(/,/g, ''));
}

/** Shows a tab, and waits until each of its parts has an answer. */
export async function show(page, id) {
  await page.locator(DASHBOARD).evaluate((element, chosen) => {
    element.tab = chosen;
  }, id);
  if (id === 'help') await page.locator('at-risk-help').waitFor();
  else for (const tag of TABS[id]) await page.locator(tag).locator('[part~="base"][aria-busy="false"]').waitFor();
}
