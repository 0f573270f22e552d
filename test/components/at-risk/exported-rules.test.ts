import { expect } from '@open-wc/testing';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import '../../../src/define/at-risk-track-chart.js';
import '../../../src/define/creator-rating-chart.js';
import { aboutLines } from '../../../src/export/files/about.js';
import { toCsv } from '../../../src/export/files/csv.js';
import { toJson } from '../../../src/export/files/json.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { widget } from '../../support/widgets.js';

interface Told {
  readonly atRisk?: string;
  readonly countedTo?: string;
  readonly dataAsOf: string;
}

const files = async (tag: string, settings: Readonly<Record<string, unknown>>) => {
  const { asExported } = await widget(tag, { now: STORY_NOW, ...settings });
  const document = await widgetDocument(asExported, 'screen');
  const { texts } = styleOf(asExported, 'screen');
  const about = new Map(aboutLines(document, texts).map(({ label, text }) => [label, text]));
  return { about, csv: toCsv(document, { texts, about: true }), json: JSON.parse(toJson(document, texts)) as Told };
};

describe('a file of learners at risk', () => {
  it('says to which moment is counted, and by which rule', async () => {
    const rules = { inactiveDays: 14, breaks: [['2026-03-02', '2026-03-08']] };
    const { about, csv, json } = await files('at-risk-track-chart', { provider: 'tables', data: course(60), rules });
    const rule = 'Enrolled, not passed, last visit 14 or more days ago. Breaks: Mar 2, 2026 – Mar 8, 2026';
    const now = new Date(STORY_NOW).toISOString();
    expect(about.get('At risk')).to.equal(rule);
    expect(about.get('Counted to')).to.match(/\d/);
    expect(about.get('Counted to')).not.to.equal(about.get('Data as of'));
    expect([json.atRisk, json.countedTo]).to.deep.equal([rule, now]);
    expect(json.dataAsOf).not.to.equal(now);
    const [header, row] = csv.split('\r\n');
    expect(header).to.match(/Filters,At risk,Timezone,Data as of \(UTC\),Counted to \(UTC\)$/);
    expect(row).to.contain(`"${rule}",`);
    expect(row).to.match(new RegExp(`${now}$`));
  });

  it('says the rule that holds where none is set', async () => {
    const { about } = await files('at-risk-track-chart', { provider: 'tables', data: course(60) });
    expect(about.get('At risk')).to.equal('Enrolled, not passed, last visit 7 or more days ago.');
  });

  it('says beside the rule that nobody is left out for having passed, where the host does not say who has', async () => {
    const { enrollments = [], ...others } = course(60);
    const data = { ...others, enrollments: enrollments.map(({ state: _, ...row }) => row) };
    const { about } = await files('at-risk-track-chart', { provider: 'tables', data });
    expect(about.get('At risk')).to.equal(
      'Enrolled, not passed, last visit 7 or more days ago. The tables that were given do not say who has passed, so nobody is left out for it.',
    );
  });

  it('is the only one with a rule', async () => {
    const { about, json } = await files('creator-rating-chart', { provider: 'oppia', data: creatorReport(3) });
    expect(about.has('At risk')).to.equal(false);
    expect(about.has('Counted to')).to.equal(true);
    expect('atRisk' in json).to.equal(false);
  });
});
