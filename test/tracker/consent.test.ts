import { expect } from '@open-wc/testing';
import { openOutbox, refusing } from '../../src/tracker/outbox.js';
import type { Tracking, TrackingOptions } from '../../src/tracker/start-tracking.js';
import { activityOf, SESSION_EXTENSION, statementOf } from '../../src/tracker/statement.js';
import { short, Stage, UUID } from './stage.js';

const OF_BEFORE = { actor: { mbox: 'mailto:a@example.org' }, session: 's', instant: () => '2024-03-01T10:00:00Z' };

describe('startTracking: what a learner allows', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.restore());

  const start = (options?: Partial<TrackingOptions>): Tracking => stage.start(options);
  const said = (): string[] => stage.said.map(short);

  it('stores and sends nothing without consent, and records from when it is given', () => {
    const tracking = start({ consent: false, session: 'load-7' });
    tracking.state('A');
    tracking.answer();
    stage.pass(50);
    stage.show(false);
    stage.show(true);
    expect([stage.said, Object.keys(localStorage)]).to.deep.equal([[], []]);
    tracking.consent(true);
    stage.pass(5);
    tracking.stop();
    expect(said()).to.deep.equal(['initialized', 'terminated PT5S']);
    expect(stage.said[0]?.context.extensions[SESSION_EXTENSION]).to.equal('load-7');
  });

  it('forgets everything when consent is taken back, also what earlier pages left', () => {
    stage.status = 0;
    start();
    const tracking = start({ session: 'load-7' });
    tracking.answer();
    expect(stage.stored).not.to.deep.equal([]);
    const before = stage.said.length;
    tracking.consent(false);
    tracking.answer();
    stage.leave(false);
    expect(stage.stored.filter(({ context }) => context.extensions[SESSION_EXTENSION] === 'load-7')).to.deep.equal([]);
    expect(stage.said.slice(before).filter(({ context }) => context.extensions[SESSION_EXTENSION] === 'load-7')).to.deep.equal([]);
  });

  const ADA = { mbox: 'mailto:ada@example.org' };
  const OTHER_TAB = { key: 'learner-elements/tracker ', newValue: '1' };
  for (const [answer, respond] of [
    ['500', () => new Response(null, { status: 500 })],
    ['401', () => new Response(null, { status: 401 })],
    ['a login page', () => new Response('<title>Log in</title>', { headers: { 'Content-Type': 'text/html' } })],
  ] as const) {
    it(`lets go for good of what is under way when consent is taken back, also where ${answer} comes after that`, async () => {
      stage.respond = respond;
      const refusals = [
        (tracking: Tracking) => tracking.consent(false),
        () => window.dispatchEvent(new StorageEvent('storage', OTHER_TAB)),
        (tracking: Tracking) => {
          tracking.stop();
          window.dispatchEvent(new StorageEvent('storage', OTHER_TAB));
        },
      ];
      for (const refuse of refusals) {
        const tracking = start({ actor: ADA });
        expect(stage.stored).not.to.deep.equal([]);
        refuse(tracking);
        await stage.answered();
        expect(Object.keys(localStorage)).to.deep.equal([]);
      }
    });
  }

  it('stops every tracker of the page when consent is taken back of one', () => {
    stage.status = 0;
    const [one, other] = [start({ actor: ADA }), start({ actor: ADA, exploration: 'decimals' })];
    const before = stage.said.length;
    one.consent(false);
    other.state('A');
    other.stop();
    expect([stage.said.length, Object.keys(localStorage)]).to.deep.equal([before, []]);
    one.consent(true);
    expect(stage.said.length).to.equal(before + 1);
  });

  it('hears other tabs by one listener, however many trackers of a page come and go', () => {
    const heard = new Set<unknown>();
    const before = refusing.size;
    stage.set(window, 'addEventListener', (type: string, listener: unknown) => {
      if (type === 'storage') heard.add(listener);
    });
    for (let count = 0; count < 3; count++) start().stop();
    expect(heard.size).to.equal(1);
    expect(refusing.size).to.equal(before);
  });

  it('stops in one tab when consent is taken back in another', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const told = new Promise<StorageEvent>((resolve) =>
      frame.contentWindow?.addEventListener('storage', (event) => {
        if (event.newValue === '1') resolve(event);
      }),
    );
    start().consent(false);
    const { key, newValue } = await told;
    frame.remove();
    expect(Object.keys(localStorage)).to.deep.equal([]);
    const tracking = start({ actor: { mbox: 'mailto:a@example.org' } });
    const before = stage.said.length;
    window.dispatchEvent(new StorageEvent('storage', { key: 'another', newValue }));
    expect(stage.stored).not.to.deep.equal([]);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    tracking.state('A');
    tracking.stop();
    expect([stage.said.length, Object.keys(localStorage)]).to.deep.equal([before, []]);
  });

  it('begins a new session when consent is given again', () => {
    const tracking = start({ session: 'load-7' });
    tracking.consent(false);
    tracking.consent(true);
    tracking.consent(true);
    const sessions = stage.said.map(({ context }) => context.extensions[SESSION_EXTENSION]);
    expect(sessions).to.have.length(2);
    expect(sessions[1]).to.match(UUID);
  });

  for (const [name, value] of [
    ['doNotTrack', '1'],
    ['globalPrivacyControl', true],
  ] as const) {
    it(`stores and sends nothing where the browser says ${name}, and forgets what was stored before`, () => {
      openOutbox(new URL('/xapi/statements', location.href).href, {}).add([
        statementOf('initialized', OF_BEFORE, activityOf('https://site.example/exp')),
      ]);
      expect(stage.stored).to.have.length(1);
      stage.set(navigator, name, value);
      const tracking = start({ consent: true });
      tracking.state('A');
      tracking.consent(true);
      tracking.stop();
      expect([stage.said, Object.keys(localStorage)]).to.deep.equal([[], []]);
    });
  }
});
