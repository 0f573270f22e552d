import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { Spoken } from '../../../../src/components/base/focus/spoken.js';

const PAUSE_MS = 1000;
const KEPT_MS = 10_000;

describe('a live region', () => {
  const real = window.setTimeout;
  let waiting: { readonly act: () => void; readonly ms: number }[] = [];

  beforeEach(() => {
    waiting = [];
    window.setTimeout = ((act: () => void, ms: number) => waiting.push({ act, ms })) as typeof window.setTimeout;
  });
  afterEach(() => {
    window.setTimeout = real;
  });

  /** Lets happen what has waited so long, the oldest of it. */
  function pass(ms: number): void {
    const due = waiting.find((each) => each.ms === ms);
    waiting = waiting.filter((each) => each !== due);
    due?.act();
  }

  function region(): Spoken {
    const spoken = new Spoken({ requestUpdate: () => undefined } as unknown as ReactiveControllerHost);
    spoken.textIn('en');
    return spoken;
  }

  it('keeps what was said for a while, not until something else is said', () => {
    const spoken = region();
    spoken.sayAgain('Sorted by Plays, descending');
    pass(PAUSE_MS);
    expect(spoken.textIn('en')).to.equal('Sorted by Plays, descending');
    pass(KEPT_MS);
    expect(spoken.textIn('en')).to.equal('');
  });

  it('says the same again after that', () => {
    const spoken = region();
    spoken.sayAgain('1 address copied');
    pass(PAUSE_MS);
    pass(KEPT_MS);
    spoken.sayAgain('1 address copied');
    expect(spoken.text.trim()).to.equal('1 address copied');
  });

  it('leaves what was said since', () => {
    const spoken = region();
    spoken.say('12 of 40');
    pass(PAUSE_MS);
    spoken.say('9 of 40');
    pass(KEPT_MS);
    expect(spoken.text).to.equal('9 of 40');
  });
});
