import { expect } from '@open-wc/testing';
import { PoliteAnnouncer } from '../../../../src/components/base/focus/polite.js';

/** An announcer whose second passes when the test says so. */
function announcer(): { said: string[]; polite: PoliteAnnouncer; pass: () => void } {
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  const polite = new PoliteAnnouncer(
    (text) => said.push(text),
    (act, ms) => {
      expect(ms).to.equal(1000);
      waiting.push(act);
    },
  );
  return { said, polite, pass: () => waiting.splice(0).forEach((act) => act()) };
}

describe('a polite announcer', () => {
  it('says the first message at once, and of those within a second only the last', () => {
    const { said, polite, pass } = announcer();
    for (const text of ['12 of 40', '11 of 40', '9 of 40']) polite.say(text);
    expect(said).to.deep.equal(['12 of 40']);
    pass();
    expect(said).to.deep.equal(['12 of 40', '9 of 40']);
    polite.say('8 of 40');
    expect(said).to.have.length(2);
    pass();
    expect(said).to.deep.equal(['12 of 40', '9 of 40', '8 of 40']);
  });

  it('does not say twice what has not changed', () => {
    const { said, polite, pass } = announcer();
    polite.say('12 of 40');
    polite.say('11 of 40');
    polite.say('12 of 40');
    pass();
    expect(said).to.deep.equal(['12 of 40']);
    polite.say('12 of 40');
    expect(said).to.deep.equal(['12 of 40']);
  });

  it('says nothing that waited when there are other data, and of those what it had said before', () => {
    const { said, polite, pass } = announcer();
    polite.say('12 of 40');
    polite.say('11 of 40');
    polite.forget();
    pass();
    expect(said).to.deep.equal(['12 of 40']);
    polite.say('12 of 40');
    expect(said).to.deep.equal(['12 of 40', '12 of 40']);
  });
});
