import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../../src/define/creator-engagement-chart.js';
import '../../../../src/define/creator-exploration-table.js';
import '../../../../src/define/creator-stats-report.js';
import '../../../../src/define/stats-filter-bar.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { course, STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { show } from '../../../../stories/support/show.js';
import { json, stubFetch } from '../../../support/fetch-stub.js';
import { all, one, widget } from '../../../support/widgets.js';
import { waitUntil } from '../../../support/wait-until.js';

const TABLE = 'creator-exploration-table';
const given = { provider: 'creator-engagement-stats', data: creatorStats(5) };
const focused = (element: Element) => element.shadowRoot!.activeElement;
/** Whether the focus is on what matches. */
const isOn = (element: Element, selector: string): boolean => focused(element)?.matches(selector) === true;
const named = (element: Element, name: string) => all(element, 'button').find((button) => button.textContent.trim() === name);
const filter = (element: Element, ids?: readonly string[]) =>
  element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'exploration', ...(ids === undefined ? {} : { in: ids }) }));

/** Presses a button by keyboard, once it is there, and waits until it is gone. */
async function press(element: Element, name: string): Promise<void> {
  await waitUntil(() => named(element, name) !== undefined, name);
  const button = named(element, name)!;
  button.focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => !button.isConnected, `${name} stays`);
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the focus on a button that goes when it has done its work', () => {
  it('goes from "Clear" to the grid that rows were chosen in, and in pages to their table', async () => {
    const table = await widget(TABLE, given);
    one(table, 'tbody td').click();
    await press(table, 'Clear');
    expect(isOn(table, 'tbody tr:first-child *')).to.equal(true);
    const plain = await widget(TABLE, { ...given, paging: true });
    one(plain, 'tbody input').click();
    await press(plain, 'Clear');
    expect(isOn(plain, 'thead button')).to.equal(true);
  });

  it('goes from "Clear filters" to what is drawn again: rows, or marks', async () => {
    for (const tag of [TABLE, 'creator-engagement-chart']) {
      const element = await widget(tag, given);
      filter(element, ['none']);
      await press(element, 'Clear filters');
      await waitUntil(() => isOn(element, '.body [tabindex="0"]'), tag);
    }
  });

  it('goes from "Retry" to the menu, without one to the heading, while data load', async () => {
    for (const withoutMenu of [false, true]) {
      let isThere = false;
      const stub = stubFetch(() => (isThere ? json(creatorStats(3)) : json({}, { status: 404 })));
      try {
        const { provider } = given;
        const table = await fixture(show(TABLE, { provider, src: `/retried-${withoutMenu}`, 'without-menu': withoutMenu }));
        await waitUntil(() => named(table, 'Retry') !== undefined);
        isThere = true;
        await press(table, 'Retry');
        expect(isOn(table, withoutMenu ? '.heading' : '.more')).to.equal(true);
      } finally {
        stub.restore();
      }
    }
  });

  it('goes from the number of filters to what is drawn when the last one is cleared in its menu', async () => {
    const table = await widget(TABLE, given);
    filter(table, ['exp0001']);
    await waitUntil(() => all(table, '.badge').length === 1);
    one(table, '.badge').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => isOn(table, '[role=menuitem]'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(table, '.badge').length === 0);
    await waitUntil(() => isOn(table, 'tbody [tabindex="0"]'));
  });

  it('goes from the "Retry" of a whole to its menu', async () => {
    let isThere = false;
    const stub = stubFetch(() => (isThere ? json(creatorStats(3)) : json({}, { status: 404 })));
    try {
      const report = await fixture(show('creator-stats-report', { provider: given.provider, src: '/whole-retried' }));
      await waitUntil(() => named(report, 'Retry') !== undefined);
      isThere = true;
      await press(report, 'Retry');
      expect(isOn(report, '.more')).to.equal(true);
    } finally {
      stub.restore();
    }
  });

  it('goes from "Remove" of the last break to what opens the breaks', async () => {
    const rules = { breaks: [['2024-01-01', '2024-01-07']] };
    const bar = await fixture(show('stats-filter-bar', { provider: 'tables', now: STORY_NOW, rules, data: course(6) }));
    await waitUntil(() => all(bar, '.controls-row:not(.held) .breaks').length === 1);
    one<HTMLDetailsElement>(bar, '.breaks').open = true;
    await press(bar, 'Remove');
    expect(isOn(bar, '.breaks > summary')).to.equal(true);
  });

  it('is left alone where a reader has gone elsewhere', async () => {
    const table = await widget(TABLE, given);
    const elsewhere = await fixture<HTMLElement>('<button>elsewhere</button>');
    one(table, 'tbody td').click();
    await waitUntil(() => named(table, 'Clear') !== undefined);
    named(table, 'Clear')!.focus();
    named(table, 'Clear')!.click();
    elsewhere.focus();
    await waitUntil(() => named(table, 'Clear') === undefined);
    expect(elsewhere.matches(':focus')).to.equal(true);
  });
});
