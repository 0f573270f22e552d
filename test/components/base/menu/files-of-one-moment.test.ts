/** A file is of the moment at which it is made: its sentences and its rows are of one answer. */
import { expect } from '@open-wc/testing';
import '../../../../src/define/creator-feedback-list.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { exportItems } from '../../../../src/components/base/menu/exporting.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { creatorReport } from '../../../../stories/support/creator-report.js';
import { saved } from '../../../support/saved.js';
import { one, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

interface Part {
  readonly headline: string;
  readonly total: number;
  readonly rows: readonly unknown[];
}

const feedback = () =>
  widget('creator-feedback-list', { provider: 'oppia', data: creatorReport(6, { feedback: true }), now: '2026-11-16T09:00:00Z' });
const said = (element: StatsElement): string => one(element, '[role=status]').textContent;

describe('a file', () => {
  it('has the headline of the rows that are in it, whatever was set since its menu was opened', async () => {
    const element = await feedback();
    const json = exportItems(element.asExported).find(({ label }) => label === 'Download JSON')!;
    const [file] = await saved(async () => {
      element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'exploration', in: ['story_0002'] }));
      json.act();
      await waitUntil(() => said(element).startsWith('Saved'), 'not saved', { timeout: 10_000 });
    });
    const [part] = (JSON.parse(await file!.blob.text()) as { parts: readonly Part[] }).parts;
    expect(part!.headline.split(' ')[0]).to.equal(String(part!.rows.length));
    expect(part!.rows.length)
      .to.be.greaterThan(0)
      .and.lessThan((await (await feedback()).asExported.view())!.result.length);
  });

  it('is made while another one is', async () => {
    const element = await feedback();
    const files = await saved(async (count) => {
      for (const { label, act } of exportItems(element.asExported)) if (/CSV$|JSON/.test(label)) act();
      await waitUntil(() => count() === 2, 'a file is missing', { timeout: 10_000 });
    });
    expect(files.map(({ name }) => name.split('.').at(-1)).sort()).to.deep.equal(['csv', 'json']);
  });
});
