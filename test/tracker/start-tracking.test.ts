import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/data/open-dataset.js';
import type { Tracking, TrackingOptions } from '../../src/tracker/start-tracking.js';
import { SESSION_EXTENSION, TALLY_EXTENSION } from '../../src/tracker/statement.js';
import type { Statement } from '../../src/tracker/statement.js';
import { Random } from '../support/random.js';
import { short, Stage, UUID } from './stage.js';

describe('startTracking', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.restore());

  const start = (options?: Partial<TrackingOptions>): Tracking => stage.start(options);
  /** A sign of the learner. */
  const move = (): unknown => window.dispatchEvent(new Event('pointermove'));
  const said = (): string[] => stage.said.map(short);

  it('says that a session began, at once', () => {
    start();
    expect(said()).to.deep.equal(['initialized']);
    expect(stage.requests[0]?.url).to.equal(new URL('/xapi/statements', location.href).href);
  });

  it('goes on where the page calls an element Zone, which is no zone.js', () => {
    const element = document.createElement('div');
    element.id = 'Zone';
    document.body.append(element);
    try {
      start();
      expect(said()).to.deep.equal(['initialized']);
    } finally {
      element.remove();
    }
  });

  it('tells of 75 seconds: 30 in A, 45 in B', () => {
    const tracking = start();
    tracking.state('A');
    stage.pass(10);
    tracking.answer();
    stage.pass(20);
    tracking.answer({ correct: true });
    tracking.state('B');
    stage.pass(45);
    tracking.hint();
    tracking.solution();
    tracking.answer({ correct: true });
    tracking.complete();
    tracking.stop();
    expect(said()).to.deep.equal([
      'initialized',
      'experienced A PT30S 2 answers',
      'experienced B PT45S 1 answers',
      'terminated PT75S 3 answers',
    ]);
    const terminated = stage.said[3];
    expect(terminated?.result).to.deep.equal({
      duration: 'PT75S',
      completion: true,
      extensions: { [TALLY_EXTENSION]: { answers: 3, correct_answers: 2, hints: 1, solutions: 1 } },
    });
    expect(stage.said[2]?.result?.extensions[TALLY_EXTENSION]).to.deep.equal({
      number: 2,
      entered: '2024-03-01T10:00:30.000Z',
      answers: 1,
      correct_answers: 1,
      hints: 1,
      solutions: 1,
    });
    expect(stage.stored.map(short)).to.deep.equal(said());
  });

  it('takes a name that is cut off in the middle of a character', () => {
    const tracking = start({ exploration: 'a\ud83d', session: 'load-7' });
    tracking.state(`b${String.fromCharCode(0xd83d)}😀${String.fromCharCode(0xde00)}`);
    tracking.stop();
    const ids = stage.said.map(({ object }) => object.id);
    expect(ids.some((id) => id.endsWith('/explore/a%EF%BF%BD#b%EF%BF%BD%F0%9F%98%80%EF%BF%BD'))).to.equal(true);
  });

  it('makes statements of xAPI 1.0.3 about the address of the player, its states and one session', () => {
    start({ title: 'Fractions', session: 'load-7' }).state('Wo? #1');
    stage.show(false);
    const iri = `${location.origin}/explore/fractions`;
    for (const statement of stage.said) {
      expect(statement.id).to.match(UUID);
      expect(statement.verb.id).to.match(/^http:\/\/adlnet\.gov\/expapi\/verbs\/(initialized|experienced|suspended)$/);
      expect(statement.actor).to.deep.equal({ objectType: 'Agent', account: { homePage: location.origin, name: 'load-7' } });
      expect(statement.context.extensions).to.deep.equal({ [SESSION_EXTENSION]: 'load-7' });
      expect(statement.timestamp).to.equal('2024-03-01T10:00:00.000Z');
    }
    expect(stage.said.map(({ object }) => object)).to.deep.equal([
      { id: iri, definition: { name: { und: 'Fractions' } } },
      { id: `${iri}#Wo%3F%20%231`, definition: { name: { und: 'Wo? #1' } } },
      { id: iri, definition: { name: { und: 'Fractions' } } },
    ]);
    expect(stage.said[1]?.context.contextActivities?.parent[0]?.id).to.equal(iri);
  });

  it('names nobody unless the host does', () => {
    start();
    const [{ actor: nobody, context }] = stage.said as [Statement];
    expect(nobody.account?.name).to.match(UUID);
    expect(nobody.account?.name).to.equal(context.extensions[SESSION_EXTENSION]);
    const actor = { account: { homePage: 'https://host.example', name: 'learner-4' } };
    start({ actor });
    expect(stage.said[1]?.actor).to.deep.equal(actor);
  });

  it('takes an IRI for an exploration as it is', () => {
    start({ exploration: 'https://site.example/lessons/4' });
    expect(stage.said[0]?.object.id).to.equal('https://site.example/lessons/4');
  });

  it('does not count hidden time', () => {
    const tracking = start();
    stage.pass(10);
    stage.show(false);
    stage.pass(3600);
    stage.show(true);
    stage.pass(5);
    tracking.stop();
    expect(said()).to.deep.equal(['initialized', 'suspended PT10S', 'terminated PT15S']);
  });

  it('counts from when a tab that was opened behind another is seen', () => {
    stage.show(false);
    const tracking = start();
    stage.pass(100);
    stage.show(true);
    stage.pass(4);
    tracking.stop();
    expect(said()).to.deep.equal(['initialized', 'terminated PT4S']);
  });

  it('counts idle time up to the cut-off, by default two minutes', () => {
    const tracking = start();
    stage.pass(600);
    move();
    stage.pass(3);
    tracking.stop();
    expect(said()).to.include('terminated PT123S');
    const sooner = start({ idleAfter: 30 });
    stage.pass(600);
    sooner.stop();
    expect(said()).to.include('terminated PT30S');
  });

  for (const sign of ['pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart', 'timeupdate']) {
    it(`takes ${sign} anywhere on the page for a sign of the learner`, () => {
      const tracking = start({ idleAfter: 10 });
      stage.pass(9);
      document.body.dispatchEvent(new Event(sign));
      stage.pass(9);
      tracking.stop();
      expect(said()).to.include('terminated PT18S');
    });
  }

  it('takes an answer for a sign of the learner', () => {
    const tracking = start({ idleAfter: 10 });
    for (let answer = 0; answer < 5; answer++) {
      stage.pass(10);
      tracking.answer();
    }
    tracking.stop();
    expect(said()).to.include('terminated PT50S 5 answers');
  });

  it('neither loses nor gains time when the clock is set', () => {
    const tracking = start();
    tracking.state('A');
    stage.pass(10);
    stage.wall -= 86_400_000;
    tracking.state('B');
    stage.pass(10);
    stage.wall += 10 * 86_400_000;
    tracking.stop();
    expect(said()).to.deep.equal(['initialized', 'experienced A PT10S', 'experienced B PT10S', 'terminated PT20S']);
    expect(stage.said.map(({ timestamp }) => timestamp.slice(11, 19))).to.deep.equal(['10:00:00', '10:00:10', '10:00:20', '10:00:20']);
  });

  it('says nothing of a state that is entered while in it', () => {
    const tracking = start();
    tracking.state('A');
    stage.pass(5);
    tracking.state('A');
    stage.pass(5);
    tracking.state('B');
    tracking.stop();
    expect(said()).to.include('experienced A PT10S');
    expect(said().filter((text) => text.startsWith('experienced A'))).to.have.length(1);
  });

  it('ends when the page is left for good', () => {
    start();
    stage.pass(7);
    stage.leave(false);
    stage.leave(false);
    expect(said()).to.deep.equal(['initialized', 'terminated PT7S']);
    expect(stage.requests[1]?.init.keepalive).to.equal(true);
  });

  it('goes on after the back/forward cache', () => {
    const tracking = start();
    tracking.state('A');
    stage.pass(7);
    stage.leave(true);
    stage.show(false);
    stage.pass(500);
    stage.show(true);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    stage.pass(3);
    tracking.answer();
    tracking.stop();
    expect(said()).to.deep.equal([
      'initialized',
      'experienced A PT7S',
      'suspended PT7S',
      'experienced A PT10S 1 answers',
      'terminated PT10S 1 answers',
    ]);
  });

  it('leaves for the next start what it knew when the page crashed', async () => {
    const tracking = start();
    await stage.answered();
    tracking.state('A');
    stage.pass(20);
    tracking.answer();
    expect(stage.stored.map(short)).to.deep.equal(['experienced A PT20S 1 answers', 'suspended PT20S 1 answers']);
    const crashed = stage.stored;
    start();
    expect(stage.requests.at(-1)?.said.map(({ id }) => id)).to.include.members(crashed.map(({ id }) => id));
  });

  it('says nothing more after it was stopped', () => {
    const tracking = start();
    tracking.stop();
    const before = stage.said.length;
    tracking.state('A');
    tracking.answer();
    tracking.hint();
    tracking.solution();
    tracking.complete();
    tracking.consent(true);
    tracking.stop();
    stage.show(false);
    stage.leave(false);
    expect(stage.said).to.have.length(before);
    expect(stage.stored.map(short)).to.deep.equal(['initialized', 'terminated PT0S']);
  });

  it('says what is wrong with its options', () => {
    expect(() => start({ endpoint: 'http://' })).to.throw(TypeError);
    expect(() => start({ exploration: '' })).to.throw(TypeError, 'exploration: expected an id');
    expect(() => start({ idleAfter: 0 })).to.throw(RangeError, 'idleAfter: expected seconds above 0, got 0');
    expect(() => start({ idleAfter: NaN })).to.throw(RangeError);
  });

  it('works outside zone.js, so that a moving pointer causes no change detection', () => {
    let isOutside = false;
    const heard: boolean[] = [];
    const add = EventTarget.prototype.addEventListener;
    stage.set(window, 'addEventListener', (...args: Parameters<typeof add>) => {
      heard.push(isOutside);
      add.apply(window, args);
    });
    const run = (work: () => void): void => {
      isOutside = true;
      work();
      isOutside = false;
    };
    stage.set(window, 'Zone', { root: { run } });
    start();
    expect(heard).not.to.include(false);
    expect(heard).not.to.deep.equal([]);
  });

  for (const seed of [1, 2, 3]) {
    it(`gives a reader the same time, visits and counts whatever is lost of a session but its end (seed ${seed})`, async () => {
      const random = new Random(seed);
      const tracking = start({ idleAfter: 60 });
      let answers = 0;
      let active = 0;
      for (let steps = 0; steps < 40; steps++) {
        const seconds = random.below(100);
        stage.pass(seconds);
        active += Math.min(seconds, 60);
        const step = random.pick(['answer', 'state', 'hide']);
        if (step === 'answer') {
          tracking.answer();
          answers++;
        } else if (step === 'state') {
          tracking.state(random.pick(['A', 'B', 'C']));
        } else {
          stage.show(false);
          stage.pass(random.below(1000));
          stage.show(true);
        }
      }
      tracking.stop();
      const all = stage.said;
      const received = [...random.some(all.slice(0, -1)), ...random.some(all), all.at(-1)];
      const dataset = await openDataset({ provider: 'xapi', data: received, now: '2025-01-01' });
      expect(dataset.view('creator.engagement').rows()[0]).to.include({
        average_engagement_seconds: active,
        sessions: 1,
        unknown_sessions: 0,
      });
      expect(dataset.view('creator.explorations').rows()[0]).to.include({ attempts: answers });
    });
  }
});
