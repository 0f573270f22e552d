import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-approval.js';
import '../../../src/define/at-risk-problem-results-table.js';
import '../../../src/define/creator-comparison.js';
import '../../../src/define/creator-dropoff-chart.js';
import '../../../src/define/creator-engagement-chart.js';
import '../../../src/define/creator-exploration-table.js';
import '../../../src/define/creator-feedback-list.js';
import '../../../src/define/creator-insights.js';
import { widgetDocument, styleOf } from '../../../src/components/base/menu/exported-document.js';
import { toCsv, toDictionaryCsv } from '../../../src/export/files/csv.js';
import { toJson } from '../../../src/export/files/json.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { readCsv } from '../../export/files/rfc4180.js';
import { widget } from '../../support/widgets.js';

const NOW = '2026-11-16T09:00:00Z';
const oppia = { provider: 'oppia', data: creatorReport(6, { feedback: true }), now: NOW };

/** The rows of the CSV of a widget, by the names of their columns. */
async function rowsOf(tag: string, settings: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, string>>[]> {
  const element = await widget(tag, settings);
  const document = await widgetDocument(element.asExported, 'screen');
  const { texts } = styleOf(element.asExported, 'screen');
  const [header = [], ...lines] = readCsv(toCsv(document, { texts, header: 'name' }));
  const names = header.map(({ text }) => text);
  const json = JSON.parse(toJson(document, texts)) as { parts: { columns: { name: string }[] }[] };
  expect(json.parts[0]!.columns.map(({ name }) => name)).to.deep.equal(names);
  for (const name of names) expect(toDictionaryCsv(document, { texts })).to.contain(`,${name},`);
  return lines.map((line) => Object.fromEntries(line.map(({ text }, at) => [names[at] ?? '', text])));
}

/** That a share of each row is the quotient of what stands beside it; at least one is known. */
function madeOf(
  rows: readonly Readonly<Record<string, string>>[],
  share: string,
  quotient: (count: (name: string) => number) => number,
): void {
  const known = rows.filter((row) => row[share] !== '');
  expect(known, share).not.to.deep.equal([]);
  for (const row of known)
    expect(Number(row[share])).to.be.closeTo(
      quotient((name) => Number(row[name] ?? NaN)),
      1e-9,
      JSON.stringify(row),
    );
}

describe('a file with shares', () => {
  it('has the starts and completions of completion rates that a chart draws alone, and who computed them', async () => {
    const rows = await rowsOf('creator-engagement-chart', { provider: 'oppia', data: creatorReport(6), now: NOW });
    madeOf(rows, 'completion_rate', (count) => count('completions') / count('starts'));
    expect(rows.every((row) => row['completion_rate_source'] === 'computed')).to.equal(true);
  });

  it('has what retention and bounce rate of cards are of', async () => {
    const rows = await rowsOf('creator-dropoff-chart', oppia);
    madeOf(rows, 'retention', (count) => count('completions') / count('hits'));
    madeOf(rows, 'bounce_rate', (count) => (count('hits') - count('completions')) / count('starts'));
  });

  it('has the same of the cards that feedback is about', async () => {
    const rows = await rowsOf('creator-feedback-list', oppia);
    madeOf(rows, 'retention', (count) => count('completions') / count('hits'));
    madeOf(rows, 'bounce_rate', (count) => (count('hits') - count('completions')) / count('starts'));
  });

  it('has the attempts and solutions of rates per start that are compared, and none of an average or a difference', async () => {
    const ids = ['story_0001', 'story_0002'];
    const rows = await rowsOf('creator-comparison', { ...oppia, exploration: ids[0], 'compare-with': ids[1] });
    madeOf(rows.slice(0, 2), 'attempts_per_start', (count) => count('attempts') / count('starts'));
    madeOf(rows.slice(0, 2), 'solutions_per_start', (count) => count('solution_views') / count('starts'));
    expect(rows[2]).to.include({ attempts: '', solution_views: '' });
    const [one, average] = await rowsOf('creator-comparison', { ...oppia, exploration: ids[0] });
    expect(one?.['attempts']).to.equal(rows[0]?.['attempts']);
    expect(average).to.include({ attempts: '', solution_views: '' });
  });

  it('has of how many learners the shares of a problem are, on the list and in the whole course', async () => {
    const rows = await rowsOf('at-risk-problem-results-table', { provider: 'tables', data: activeCourse(60), now: STORY_NOW });
    const whole = (share: string, of: string) => (row: Readonly<Record<string, string>>) => Number(row[share]) * Number(row[of]);
    for (const row of rows.filter(({ answered }) => answered !== '0')) {
      const [right, wrong, all] = [
        whole('correct_share', 'answered')(row),
        whole('incorrect_share', 'answered')(row),
        whole('coursewide_correct_share', 'coursewide_answered')(row),
      ];
      for (const learners of [right, wrong, all]) expect(learners, JSON.stringify(row)).to.be.closeTo(Math.round(learners), 1e-9);
      expect(right + wrong).to.be.closeTo(Number(row['answered']), 1e-9);
      expect(Number(row['coursewide_answered'])).to.be.at.least(Number(row['answered']));
    }
    expect(rows.some(({ answered }) => Number(answered) > 1)).to.equal(true);
  });

  it('has of how many starts both rates of a finding are', async () => {
    const exploration = (id: string, num_starts: number, num_completions: number) => ({ id, title: id, num_starts, num_completions });
    const explorations = [exploration('weak', 200, 20), exploration('usual', 300, 130), exploration('strong', 400, 380)];
    const rows = await rowsOf('creator-insights', { provider: 'creator-engagement-stats', data: { explorations } });
    const [weak] = rows.filter(({ title }) => title === 'weak');
    expect(weak).to.include({ learners: '200', other_starts: '700', value: '0.1', expected: String(510 / 700) });
  });

  it('has no counts where a host supplies rates alone', async () => {
    const explorations = [{ id: 'a', title: 'Sums', completion_rate: 0.85 }];
    const [row = {}] = await rowsOf('creator-engagement-chart', { provider: 'creator-engagement-stats', data: { explorations } });
    expect(row)
      .to.include({ completion_rate: '0.85', completion_rate_source: 'supplied' })
      .and.not.to.have.any.keys('starts', 'completions');
  });
});
