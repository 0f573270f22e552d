/** What a host may write against the published types; it is compiled, never run. */
import 'learner-elements/cdn/learner-elements.js';
import 'learner-elements/cdn/creator.js';
import 'learner-elements/define/at-risk-table.js';
import { configure, configureWorker, purge, VERSION } from 'learner-elements';
import type { FilterDetail, LoadDetail, SelectDetail, StatsEventMap, Texts } from 'learner-elements';
import { AtRiskTable } from 'learner-elements/components/at-risk/at-risk-table.js';
import { openDataset } from 'learner-elements/core';
import type { LearnerElementsTags } from 'learner-elements/jsx';
import { locale } from 'learner-elements/locales/fr.js';

const chart = document.createElement('creator-engagement-chart');
chart.src = '/creatordashboardhandler/data';
chart.heading = 'Time spent';
document.body.append(chart);

// What a framework takes away it sets to null or undefined.
for (const none of [null, undefined] as const) {
  chart.src = chart.heading = chart.headingLevel = chart.provider = chart.timezone = chart.audience = chart.request = none;
  chart.exploration = chart.sortBy = chart.withoutMenu = chart.now = chart.rules = chart.maxAge = none;
  const dashboard = document.createElement('at-risk-dashboard');
  dashboard.provider = dashboard.tab = dashboard.contact = dashboard.helpUrl = none;
}

chart.addEventListener('stats-filter', (event) => {
  const detail: FilterDetail = event.detail;
  report(detail.field, detail.in, detail.range);
});

const table = document.querySelector('at-risk-table');
if (table !== null) {
  const same: AtRiskTable = table;
  same.addEventListener('stats-select', (event) => report(...chosen(event.detail)));
  void same.refresh({ force: true }).then(() => report('refreshed'));
}

/** How an Angular template hands an event over. */
export function onLoad(event: Event): number {
  const detail: LoadDetail = (event as StatsEventMap['stats-load']).detail;
  return detail.rows;
}

export async function listed(statements: string): Promise<number> {
  const dataset = await openDataset({ provider: 'xapi', events: statements, now: '2024-06-01', rules: 'aspects-v8' });
  const result = dataset.view('at-risk.learners', { clauses: [{ origin: 'host', field: 'org', in: ['edX'] }], params: { limit: 10 } });
  const count = result.rows().length;
  dataset.close();
  return count;
}

const own: Texts = { 'badge.count': { one: '{0} filtre', other: '{0} filtres' } };
configure({ strings: { [locale.language]: { ...locale.texts, ...own } } });

export const later: Promise<void> = purge();
report(VERSION, configureWorker, window.LearnerElements.VERSION, LearnerElements.VERSION);
document.addEventListener('stats-filter-change', ({ detail }) => report(detail));
window.addEventListener('stats-filter', ({ detail }) => report(detail.field));

function chosen(detail: SelectDetail): readonly string[] {
  return detail.ids;
}

function report(...values: readonly unknown[]): void {
  console.log(values);
}

/** What a template of JSX may say of a tag. */
export const attributes: LearnerElementsTags['at-risk-table'] = {
  heading: 'Who to write to',
  provider: null,
  'user-key': 'someone',
  contact: true,
  'onstats-select': (event) => report(...chosen(event.detail)),
};
// @ts-expect-error A heading is text.
export const refused: LearnerElementsTags['at-risk-table'] = { heading: { text: 'Who to write to' } };
