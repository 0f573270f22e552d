import { expect, fixture } from '@open-wc/testing';
import '../../../../src/define/at-risk-table.js';
import '../../../../src/define/stats-dataset.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import { creatorStats } from '../../../../stories/support/creator-data.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import type { FetchStub, SeenRequest } from '../../../support/fetch-stub.js';
import { failed, learner, listed, until } from '../../../support/listed-learners.js';
import { all, one, textOf } from '../../../support/widgets.js';

describe('settings that a host changes', () => {
  let stub: FetchStub;
  let answer: (request: SeenRequest) => Response | Promise<Response>;
  let src: string;

  beforeEach(() => {
    src = `/changed-${Math.random()}.ndjson`;
    answer = () => new Response(learner('ann'));
    stub = stubFetch((request) => answer(request));
  });
  afterEach(() => stub.restore());

  const table = (more = 'now="2024-06-01"'): Promise<StatsElement> =>
    fixture<StatsElement>(`<at-risk-table provider="xapi" src="${src}" ${more}></at-risk-table>`);

  it('while the first data load hold for them, without another request', async () => {
    let send: (response: Response) => void = () => undefined;
    answer = () => new Promise<Response>((resolve) => (send = resolve));
    const element = await table('now="2024-03-04"');
    await until(() => stub.seen.length === 1);
    element.now = '2024-06-01';
    element.timezone = 'Asia/Tokyo';
    await element.updateComplete;
    send(new Response(learner('ann')));
    await until(() => listed(element) === 1);
    expect(element.pageDataset?.info?.timezone).to.equal('Asia/Tokyo');
    expect(stub.seen).to.have.length(1);
  });

  it('to what cannot be read while the first data load are told, and no numbers under the former ones', async () => {
    let send: (response: Response) => void = () => undefined;
    answer = () => new Promise<Response>((resolve) => (send = resolve));
    const element = await table();
    await until(() => stub.seen.length === 1);
    element.now = 'soon';
    await until(() => failed(element));
    send(new Response(learner('ann')));
    answer = () => new Response(learner('ann'));
    element.now = '2024-06-01';
    await until(() => listed(element) === 1);
  });

  for (const [name, wrong, right] of [
    ['now', 'soon', '2024-06-01'],
    ['timezone', 'Nowhere/None', 'UTC'],
    ['rules', 'strict', ''],
  ]) {
    it(`from a wrong ${name} to a right one load what the wrong one had kept away`, async () => {
      const element = await table(`${name === 'now' ? '' : 'now="2024-06-01"'} ${name}="${wrong}"`);
      await until(() => failed(element));
      element.setAttribute(name!, right!);
      await until(() => listed(element) === 1);
    });
  }

  it('of the headers of requests load what was refused without them', async () => {
    answer = ({ headers }) => (headers.get('x-token') === 'right' ? new Response(learner('ann')) : new Response('', { status: 403 }));
    const element = await table();
    await until(() => all(element, '.state.error, .state.signed-out').length === 1);
    element.request = () => ({ 'x-token': 'right' });
    await until(() => listed(element) === 1);
  });

  it('of the headers of requests are those of the next refresh', async () => {
    const element = await table();
    element.request = () => ({ 'x-token': 'first' });
    await until(() => listed(element) === 1);
    element.request = () => ({ 'x-token': 'second' });
    await element.updateComplete;
    await element.refresh();
    expect(stub.seen[stub.seen.length - 1]?.headers.get('x-token')).to.equal('second');
  });

  it('together with a further one that needs no other data are not lost', async () => {
    const element = await table('now="2024-03-04"');
    await until(() => element.pageDataset?.status.kind === 'ready');
    element.maxAge = 60;
    element.now = '2024-06-01';
    await until(() => listed(element) === 1);
  });

  it('to another user leave what the former one has chosen behind, to the first one do not', async () => {
    const element = await table('now="2024-06-01"');
    const chosen = () => element.pageDataset?.clauses.all.length;
    await until(() => listed(element) === 1);
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'actor_id', in: ['ann'] }));
    element.userKey = 'one';
    await element.updateComplete;
    expect(chosen()).to.equal(1);
    element.userKey = 'two';
    await element.updateComplete;
    expect(chosen()).to.equal(0);
  });

  it('to another user leave behind what the former one searched for', async () => {
    const element = await table('now="2024-06-01" user-key="one"');
    await until(() => listed(element) === 1);
    const field = () => one<HTMLInputElement>(element, 'input[type=search]');
    field().value = 'ben';
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => listed(element) === 0);
    element.userKey = 'two';
    await until(() => listed(element) === 1);
    expect(field().value).to.equal('');
  });

  it('to another user load the data of that user, and show none of the former one', async () => {
    const element = await table('now="2024-06-01" user-key="one"');
    await until(() => listed(element) === 1);
    answer = () => new Promise(() => undefined);
    element.userKey = 'two';
    await until(() => stub.seen.length === 2);
    await element.updateComplete;
    expect(textOf(element)).not.to.contain('ann');
  });
});

describe('a dataset', () => {
  let stub: FetchStub;
  beforeEach(() => {
    stub = stubFetch(() => new Response(learner('ann') + learner('ben')));
  });
  afterEach(() => stub.restore());

  it('whose data are a property keeps its filters where its element only moves', async () => {
    const around = await fixture<HTMLElement>('<div><stats-dataset provider="creator-engagement-stats"></stats-dataset><p></p></div>');
    const dataset = around.querySelector<StatsDataset>('stats-dataset')!;
    dataset.data = creatorStats(3);
    await until(() => dataset.pageDataset?.status.kind === 'ready');
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'exploration', in: ['exp0001'] }));
    await until(() => dataset.clauses.length === 1);
    around.querySelector('p')!.append(dataset);
    await dataset.updateComplete;
    expect(dataset.clauses).to.have.length(1);
  });

  it('that leaves the page takes its numbers along from widgets that name it, and brings them back', async () => {
    const name = `left-${String(Math.random()).slice(2)}`;
    const around = await fixture<HTMLElement>(
      `<div><stats-dataset id="${name}" provider="xapi" src="/${name}.ndjson" now="2024-06-01"></stats-dataset>` +
        `<at-risk-table dataset="${name}"></at-risk-table></div>`,
    );
    const [dataset, element] = [...around.children] as [StatsDataset, StatsElement];
    await until(() => listed(element) === 2);
    dataset.remove();
    await until(() => failed(element));
    expect(textOf(element)).not.to.contain('ann');
    around.append(dataset);
    await until(() => listed(element) === 2);
  });

  it('keeps its numbers from a widget that moves out of it, and gives them to one that comes', async () => {
    const around = await fixture<HTMLElement>(
      `<div><stats-dataset provider="xapi" src="/moved-${Math.random()}.ndjson" now="2024-06-01"><at-risk-table></at-risk-table></stats-dataset></div>`,
    );
    const [dataset, element] = [around.firstElementChild!, around.querySelector<StatsElement>('at-risk-table')!];
    await until(() => listed(element) === 2);
    dataset.dispatchEvent(new FilterEvent({ origin: 'host', field: 'track', in: [null] }));
    await until(() => all(element, '.badge').length === 1);
    around.append(element);
    await until(() => failed(element));
    expect(textOf(element)).not.to.contain('ann');
    expect(all(element, '.badge').length).to.equal(0);
    dataset.append(element);
    await until(() => listed(element) === 2);
  });
});
