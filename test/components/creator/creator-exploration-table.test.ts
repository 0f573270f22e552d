import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { StatsElement } from '../../../src/components/base/stats-element.js';
import '../../../src/define/creator-exploration-table.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { show } from '../../../stories/support/show.js';
import { all, one, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const TAG = 'creator-exploration-table';

const table = async (more: Readonly<Record<string, unknown>> = {}) =>
  widget(TAG, { provider: 'oppia', data: creatorReport(6), now: '2026-11-16T09:00:00Z', ...more });
const titles = (element: Element) => all(element, 'tbody [data-column=title]').map((cell) => cell.textContent.trim());
const inputs = (element: Element, field: string) => all<HTMLInputElement>(element, `.filters [data-field="${field}"]`);

function enter(input: HTMLInputElement | HTMLSelectElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('change'));
}

describe('creator-exploration-table', () => {
  it('says of no exploration that there is none, not that the host leaves out its numbers', async () => {
    const element = await widget(TAG, { provider: 'creator-engagement-stats', data: { explorations: [] } });
    expect(textOf(element)).to.contain('no exploration');
    expect(textOf(element)).not.to.contain('supply');
  });

  it('has its tools before its data, so that nothing moves when these come', async () => {
    const data = new ReadableStream<Uint8Array>();
    const element = await fixture<StatsElement>(show(TAG, { provider: 'creator-engagement-stats', data }));
    await waitUntil(() => all(element, '.loading').length === 1, 'data that do not come');
    expect(all(element, '.tools input[type=search]')).to.have.length(1);
  });

  it('is filtered by a range of any number, which filters the dataset, too, and is cleared again', async () => {
    const element = await table();
    expect(titles(element)).to.have.length(6);
    enter(inputs(element, 'plays')[0]!, '200');
    await waitUntil(() => titles(element).length === 3, 'those with 200 plays or more');
    enter(inputs(element, 'plays')[1]!, '300');
    await waitUntil(() => titles(element).length === 2, 'those with 200 to 300 plays');
    expect(element.pageDataset!.clauses.all.map(({ field }) => field)).to.deep.equal(['plays']);
    enter(inputs(element, 'plays')[0]!, '');
    await waitUntil(() => titles(element).length === 5, 'those with at most 300 plays');
    enter(inputs(element, 'plays')[1]!, '');
    await waitUntil(() => titles(element).length === 6, 'all');
  });

  it('is filtered by completion in percent, both ends included', async () => {
    const element = await table();
    const rate = Number(/([\d.]+)%/.exec(all(element, 'tbody [data-column=completion_rate]')[0]!.textContent)![1]);
    enter(inputs(element, 'completion_rate')[0]!, String(Math.floor(rate)));
    await waitUntil(() => element.pageDataset!.clauses.all.length === 1, 'a filter');
    expect(element.pageDataset!.clauses.all[0]!.range![0]).to.equal(Math.floor(rate) / 100);
  });

  it('is filtered by status, whose values stay to choose from, by category and by the day of the last change', async () => {
    const element = await table();
    const [status] = all<HTMLSelectElement>(element, 'select[data-field=status]');
    expect([...status!.options].map(({ value }) => value)).to.deep.equal(['', 'private', 'public']);
    enter(status!, 'private');
    await waitUntil(() => titles(element).length === 1, 'the private one');
    const [cell] = all(element, 'tbody [data-column=status]');
    expect([cell!.textContent.trim(), ...[...status!.options].map(({ text }) => text)]).to.deep.equal([
      'Private',
      'All',
      'Private',
      'Published',
    ]);
    expect([...status!.options].map(({ value }) => value)).to.deep.equal(['', 'private', 'public']);
    enter(status!, '');
    enter(one<HTMLSelectElement>(element, 'select[data-field=category]'), 'Science');
    await waitUntil(() => titles(element).length === 3, 'those of one category');
    enter(one<HTMLInputElement>(element, 'input[data-field=last_updated]'), '2026-11-17');
    await waitUntil(() => titles(element).length === 0, 'none was changed since');
  });

  it('leaves rows out whose number is not known', async () => {
    const explorations = [
      { id: 'known', title: 'Known', average_engagement_time: 90 },
      { id: 'unknown', title: 'Unknown' },
    ];
    const element = await table({ provider: 'creator-engagement-stats', data: { explorations } });
    enter(inputs(element, 'average_engagement_seconds')[0]!, '0');
    await waitUntil(() => titles(element).length === 1, 'the known one');
    expect(titles(element)).to.deep.equal(['Known']);
    expect(textOf(element)).to.contain('Rows whose number is not known match no range.');
  });

  it('says that it cannot be filtered by what the host does not record', async () => {
    const element = await table();
    enter(inputs(element, 'average_engagement_seconds')[0]!, '0');
    await waitUntil(() => textOf(element).includes('Not filtered by Average time'), 'that it is not filtered');
    expect(titles(element)).to.have.length(6);
  });

  it('is searched by title, whatever its case, and says where nothing is found', async () => {
    const element = await table();
    const search = one<HTMLInputElement>(element, '.search input');
    search.value = 'RATIO';
    search.dispatchEvent(new Event('input'));
    await waitUntil(() => titles(element).length === 1, 'the one found');
    search.value = 'no such title';
    search.dispatchEvent(new Event('input'));
    await waitUntil(() => /Nothing matches/.test(textOf(element)), 'nothing is found');
  });

  it('says what it is searched for where its data are swapped for others', async () => {
    const element = await table();
    const search = one<HTMLInputElement>(element, '.search input');
    search.value = 'Ratio ';
    search.dispatchEvent(new Event('input'));
    await waitUntil(() => titles(element).length === 1, 'the one found');
    expect(search.value).to.equal('Ratio ');
    setTimeout(() => (element.data = creatorReport(5)));
    await oneEvent(element, 'stats-load');
    await waitUntil(() => titles(element).length === 1, 'the one of the others');
    expect(one<HTMLInputElement>(element, '.search input').value).to.equal('Ratio ');
  });

  it('keeps the focus in its search where its data are swapped for others', async () => {
    const element = await table();
    one(element, '.search input').focus();
    element.data = null;
    await element.updateComplete;
    element.data = creatorReport(5);
    await waitUntil(() => titles(element).length === 5, 'the others');
    expect(one(element, '.search input').matches(':focus')).to.equal(true);
  });

  it('shows the columns that are chosen, the title always', async () => {
    const element = await table();
    const columns = () => all(element, 'thead [data-column]').map((cell) => cell.getAttribute('data-column'));
    expect(columns()).to.include('plays').and.not.to.include('category');
    const boxes = all<HTMLLabelElement>(element, '.check');
    const box = (label: string) => boxes.find((each) => each.textContent.trim() === label)!.querySelector('input')!;
    box('Category').click();
    box('Plays').click();
    await waitUntil(() => columns().includes('category') && !columns().includes('plays'), 'the chosen columns');
    expect(boxes.some((each) => each.textContent.trim() === 'Title')).to.equal(false);
  });

  describe('of what the creator owns and what they only edit', () => {
    const columns = (element: Element) => all(element, 'thead [data-column]').map((cell) => cell.getAttribute('data-column'));
    const cells = (element: Element, column: string) =>
      all(element, `tbody [data-column=${column}]`).map((cell) => cell.textContent.replace(/\s+/g, ' ').trim());

    it("says that Oppia's dashboard does not tell them apart, with the way to what that means", async () => {
      const element = await table();
      const notice = all(element, '[part~="notice"]').find((each) => each.textContent.includes('Ownership'))!;
      expect(notice.textContent).to.contain(
        "Oppia's dashboard lists what a creator owns and what they only edit without telling them apart",
      );
      expect(columns(element)).to.include('status').and.not.to.include('ownership');
      expect(inputs(element, 'ownership')).to.have.length(0);
      notice.querySelector('button')!.click();
      await waitUntil(() => textOf(element).includes('Whether the creator owns the exploration, only edits it'), 'the definition');
    });

    it('shows whose they are as soon as that is known of one, and filters by it', async () => {
      const data = creatorReport(6) as { dashboard: { explorations_list: object[] } };
      data.dashboard.explorations_list = data.dashboard.explorations_list.map((each, at) => ({ ...each, community_owned: at === 0 }));
      const element = await table({ data });
      await waitUntil(() => columns(element).includes('ownership'), 'the column');
      expect(cells(element, 'ownership').sort()).to.deep.equal([...Array<string>(5).fill('–not known'), 'Of the community'].sort());
      enter(one<HTMLSelectElement>(element, 'select[data-field=ownership]'), 'community');
      await waitUntil(() => titles(element).length === 1, 'those of the community');
    });

    it('tells own and merely edited ones apart where tables of a host do, without a note', async () => {
      const explorations = ['own', 'edited', 'community'].map((ownership) => ({ exploration: ownership, title: ownership, ownership }));
      const element = await table({ provider: 'tables', data: { explorations } });
      await waitUntil(() => columns(element).includes('ownership'), 'the column');
      expect(cells(element, 'ownership').sort()).to.deep.equal(['Of the community', 'Only edited', 'Own']);
      expect(textOf(element)).not.to.contain('Ownership: ');
    });
  });

  it('is accessible with its filters open', async () => {
    const element = await table();
    for (const details of all<HTMLDetailsElement>(element, 'details')) details.open = true;
    await expect(element).to.be.accessible();
  });
});
