import { expect } from '@open-wc/testing';
import { openOutbox } from '../../src/tracker/outbox.js';
import type { Outbox } from '../../src/tracker/outbox.js';
import { activityOf, statementOf } from '../../src/tracker/statement.js';
import type { Statement } from '../../src/tracker/statement.js';
import { Stage } from './stage.js';

const ENDPOINT = 'https://lrs.example/statements';
const SPEAKER = { actor: { mbox: 'mailto:a@example.org' }, session: 's', instant: () => '2024-03-01T10:00:00Z' };

function some(count: number, name = 'exp'): Statement[] {
  return Array.from({ length: count }, () => statementOf('initialized', SPEAKER, activityOf(`https://site.example/${name}`)));
}

const idsOf = (statements: readonly Statement[]): string[] => statements.map(({ id }) => id);

describe('openOutbox', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.restore());

  const sent = (): string[][] => stage.requests.map(({ said }) => idsOf(said));
  const open = (): Outbox => openOutbox(ENDPOINT, {});

  it('sends what is in line as one list, with the headers of xAPI and of the host', async () => {
    const outbox = openOutbox(ENDPOINT, { headers: { Authorization: 'Basic abc' }, credentials: 'include' });
    const statements = some(3);
    outbox.add(statements);
    outbox.flush();
    await stage.answered();
    expect(sent()).to.deep.equal([idsOf(statements)]);
    const [{ url, init, headers }] = stage.requests as [(typeof stage.requests)[0]];
    expect([url, init.method, init.keepalive, init.credentials]).to.deep.equal([ENDPOINT, 'POST', true, 'include']);
    expect(['content-type', 'x-experience-api-version', 'authorization'].map((name) => headers.get(name))).to.deep.equal([
      'application/json',
      '1.0.3',
      'Basic abc',
    ]);
  });

  it('sends nothing where nothing is in line', () => {
    open().flush();
    expect(stage.requests).to.deep.equal([]);
  });

  it('stores what was not taken, and forgets what was', async () => {
    const outbox = open();
    outbox.add(some(2));
    expect(stage.stored).to.have.length(2);
    outbox.flush();
    expect(stage.stored).to.have.length(2);
    await stage.answered();
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('does not send twice what is under way', async () => {
    const outbox = open();
    const [first, second] = [some(1), some(1)];
    outbox.add(first);
    outbox.flush();
    outbox.add(second);
    outbox.flush();
    outbox.flush();
    await stage.answered();
    expect(sent()).to.deep.equal([idsOf(first), idsOf(second)]);
  });

  for (const status of [0, 401, 403, 404, 429, 500, 503]) {
    it(`keeps its line when the answer is ${status === 0 ? 'none' : status}, and sends the same statements again`, async () => {
      stage.status = status;
      const outbox = open();
      const statements = some(2);
      outbox.add(statements);
      outbox.flush();
      await stage.answered();
      expect(idsOf(stage.stored)).to.deep.equal(idsOf(statements));
      stage.status = 200;
      outbox.flush();
      await stage.answered();
      expect(sent().flat()).to.deep.equal([...idsOf(statements), ...idsOf(statements)]);
      expect(stage.stored).to.deep.equal([]);
    });
  }

  for (const status of [400, 409, 413]) {
    it(`drops what a store will never take (${status}), and says so`, async () => {
      const warnings: unknown[] = [];
      stage.set(console, 'warn', (text: unknown) => warnings.push(text));
      stage.status = status;
      const outbox = open();
      outbox.add(some(2));
      outbox.flush();
      await stage.answered();
      expect(warnings).to.deep.equal(Array(2).fill(`${ENDPOINT} answered ${status}: a statement is lost.`));
      expect(stage.stored).to.deep.equal([]);
    });
  }

  for (const [name, page] of [
    ['is redirected to', Object.defineProperty(new Response('{}'), 'redirected', { value: true })],
    ['comes in the place of an answer', new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } })],
  ] as const) {
    it(`keeps its line when a login page ${name}`, async () => {
      stage.respond = () => page;
      const outbox = open();
      outbox.add(some(2));
      outbox.flush();
      await stage.answered();
      expect(stage.stored).to.have.length(2);
    });
  }

  it('loses of a batch that is refused what is refused of it alone', async () => {
    stage.set(console, 'warn', () => undefined);
    const statements = some(9);
    const bad = statements[4]?.id;
    stage.respond = (said) => new Response(null, { status: said.some(({ id }) => id === bad) ? 400 : 204 });
    const outbox = open();
    outbox.add(statements);
    outbox.flush();
    await stage.answered();
    const taken = stage.requests.map(({ said }) => idsOf(said)).filter((ids) => bad === undefined || !ids.includes(bad));
    expect(new Set(taken.flat())).to.deep.equal(new Set(idsOf(statements).filter((id) => id !== bad)));
    expect(stage.stored).to.deep.equal([]);
  });

  it('does not let one statement that a store does not take now hold back the others', async () => {
    const statements = some(8);
    const bad = statements[0]?.id;
    stage.respond = (said) => new Response(null, { status: said.some(({ id }) => id === bad) ? 403 : 204 });
    const outbox = open();
    outbox.add(statements);
    for (let beat = 0; beat < 40; beat++) {
      outbox.flush();
      await stage.answered();
    }
    expect(idsOf(stage.stored)).to.deep.equal([bad]);
  });

  it("leaves another learner's statements to that learner", async () => {
    const of = (name: string): Outbox => openOutbox(ENDPOINT, {}, { account: { homePage: 'https://site.example', name } });
    const [hers, his] = [some(1), some(1)];
    of('amina').add(hers);
    const outbox = of('bo');
    outbox.add(his);
    outbox.flush();
    await stage.answered();
    expect([sent(), idsOf(stage.stored)]).to.deep.equal([[idsOf(his)], idsOf(hers)]);
    of('amina').flush();
    await stage.answered();
    expect(stage.stored).to.deep.equal([]);
  });

  it('says where statements were lost without what may be secret in an address', async () => {
    const warnings: unknown[] = [];
    stage.set(console, 'warn', (text: unknown) => warnings.push(text));
    stage.status = 400;
    const outbox = openOutbox(`${ENDPOINT}?token=secret#part`, {});
    outbox.add(some(1));
    outbox.flush();
    await stage.answered();
    expect(warnings).to.deep.equal([`${ENDPOINT} answered 400: a statement is lost.`]);
  });

  it('makes batches that a browser sends for a page that is left, one after the other', async () => {
    const outbox = open();
    const statements = some(40, 'é'.repeat(700));
    outbox.add(statements);
    outbox.flush();
    await stage.answered();
    await stage.answered();
    expect(stage.requests.length).to.be.above(1);
    expect(sent().flat()).to.deep.equal(idsOf(statements));
    for (const { init } of stage.requests) {
      expect(new Blob([init.body as string]).size).to.be.below(64 * 1024);
      expect(init.keepalive).to.equal(true);
    }
  });

  it('sends a statement that is longer than a batch alone, as a page sends that stays', async () => {
    const outbox = open();
    outbox.add([...some(1, 'a'.repeat(30_000)), ...some(1)]);
    outbox.flush();
    await stage.answered();
    expect(stage.requests.map(({ said, init }) => [said.length, init.keepalive])).to.deep.equal([
      [1, false],
      [1, true],
    ]);
  });

  it('waits without a network', () => {
    stage.set(navigator, 'onLine', false);
    const outbox = open();
    outbox.add(some(1));
    outbox.flush();
    expect(stage.requests).to.deep.equal([]);
    expect(stage.stored).to.have.length(1);
  });

  it('takes over what earlier pages left for the same endpoint, and for no other', async () => {
    const left = some(2);
    open().add(left);
    openOutbox('https://other.example/', {}).add(some(1));
    open().flush();
    await stage.answered();
    expect(sent()).to.deep.equal([idsOf(left)]);
    expect(stage.stored).to.have.length(1);
  });

  it('sends what was kept only at the next start, and in its latest version', async () => {
    const outbox = open();
    const [first, second] = [some(1), some(1)];
    outbox.keep(first);
    outbox.keep(second);
    outbox.flush();
    expect(stage.requests).to.deep.equal([]);
    open().flush();
    await stage.answered();
    expect(sent()).to.deep.equal([idsOf(second)]);
  });

  it('keeps at most the newest 300 statements', () => {
    const statements = some(350);
    open().add(statements);
    expect(idsOf(stage.stored)).to.deep.equal(idsOf(statements).slice(50));
  });

  it('stores no part of an address, which may hold what is secret', () => {
    openOutbox(`${ENDPOINT}?token=secret`, {}).add(some(1));
    expect(Object.keys(localStorage)).to.have.length(1);
    expect(Object.keys(localStorage).join()).not.to.match(/secret|token|lrs\.example/);
  });

  it('keeps addresses apart that differ in their query alone', () => {
    openOutbox(`${ENDPOINT}?tenant=1`, {}).add(some(1));
    openOutbox(`${ENDPOINT}?tenant=2`, {}).flush();
    expect(stage.requests).to.deep.equal([]);
    openOutbox(`${ENDPOINT}?tenant=1`, {}).flush();
    expect(stage.requests).to.have.length(1);
  });

  it('passes over records in storage that it did not write', async () => {
    open().add(some(1));
    const [written = ''] = Object.keys(localStorage);
    const key = written.slice(0, written.lastIndexOf(' ') + 1);
    localStorage.clear();
    const good = some(1);
    for (const [at, text] of ['{"truncated', 'null', '{}', '"text"', '7', '', '[1,null,{"no":"id"}]', JSON.stringify(good)].entries())
      localStorage.setItem(key + at, text);
    open().flush();
    await stage.answered();
    expect(sent()).to.deep.equal([idsOf(good)]);
    expect(stage.stored).to.deep.equal([]);
  });

  it('lives as long as the page where storage is refused', async () => {
    stage.refuse(window, 'localStorage');
    const outbox = open();
    outbox.add(some(1));
    outbox.flush();
    await stage.answered();
    outbox.flush();
    expect(stage.requests).to.have.length(1);
  });

  it('sends a beacon for a page that is left where fetch cannot, and keeps what it sent', async () => {
    const beacons: { url: string; type: string; body: Promise<string> }[] = [];
    stage.set(navigator, 'sendBeacon', (url: string, body: Blob) => beacons.push({ url, type: body.type, body: body.text() }) > 0);
    stage.set(window, 'Request', class {});
    const outbox = open();
    const statements = some(1);
    outbox.add(statements);
    outbox.flush(true);
    expect(stage.requests).to.deep.equal([]);
    expect(beacons.map(({ url, type }) => [url, type])).to.deep.equal([[ENDPOINT, 'application/json']]);
    expect(idsOf(JSON.parse((await beacons[0]?.body) ?? '[]') as Statement[])).to.deep.equal(idsOf(statements));
    expect(stage.stored).to.have.length(1);
  });
});
