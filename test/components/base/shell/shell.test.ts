import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { renderShell } from '../../../../src/components/base/shell/shell.js';
import type { ShellParts } from '../../../../src/components/base/shell/shell.js';
import type { Skeleton } from '../../../../src/components/base/states/states.js';
import { shellStyles } from '../../../../src/components/base/shell/shell-styles.js';
import { tokens } from '../../../../src/components/base/tokens.js';
import type { WidgetState } from '../../../../src/components/base/states/widget-state.js';

const PARTS: ShellParts = {
  heading: 'Learners at risk by month of their last visit to any page of it',
  level: 3,
  headline: 'Most were last seen in March: 120 of 257.',
  subtitle: 'Learners at risk, by month of last visit. UTC.',
  badge: nothing,
  menu: nothing,
  notices: [],
  state: { kind: 'ready' },
  body: () => html`<p>drawing</p>`,
  announcement: '',
  locale: 'en',
};

const done: string[] = [];

class ShellProbe extends LitElement {
  static override styles = [tokens, shellStyles];
  @property({ attribute: false }) parts: Partial<ShellParts> = {};

  override render() {
    return renderShell(
      { ...PARTS, ...this.parts },
      {
        retry: () => done.push('retry'),
        clearFilters: () => done.push('clear'),
        cancel: () => done.push('cancel'),
        explain: (about) => done.push(...about),
      },
    );
  }
}
customElements.define('test-shell-probe', ShellProbe);

async function shell(parts: Partial<ShellParts> = {}): Promise<ShadowRoot> {
  const probe = await fixture<ShellProbe>(html`<test-shell-probe .parts=${parts}></test-shell-probe>`);
  return probe.shadowRoot!;
}

const STATES: readonly Exclude<WidgetState, { kind: 'ready' }>[] = [
  { kind: 'loading', loaded: 3_200_000, total: 9_600_000 },
  { kind: 'empty', sentence: 'No learner has opened this exploration yet.' },
  { kind: 'nobody', sentence: 'Nobody: all 340 enrolled learners were seen in the last 7 days or have passed.' },
  { kind: 'filtered', sentence: 'No learner matches both filters.' },
  { kind: 'unknown', sentence: 'Oppia does not record hints.' },
  { kind: 'hidden', sentence: 'Hidden: fewer than 10 learners' },
  { kind: 'error', code: 'http', sentence: 'The server answered 500.' },
  { kind: 'signed-out', sentence: 'Sign in to see your learners.' },
];

describe('the shell of a widget', () => {
  beforeEach(() => done.splice(0));

  it('is a region named by a heading of the wanted level', async () => {
    const root = await shell({ level: 2 });
    expect(root.querySelector('h2')!.textContent).to.equal(PARTS.heading);
    expect(root.querySelector('section')!.getAttribute('aria-labelledby')).to.equal('heading');
    await expect(root.host).to.be.accessible();
    expect((await shell({ level: 12 })).querySelector('h6')).to.exist;
    expect((await shell({ level: NaN })).querySelector('h3')).to.exist;
  });

  it('says notices under the header, with a retry where one is of use', async () => {
    const root = await shell({
      notices: [
        { kind: 'stale', sentence: 'Shown as of 09:12; refresh failed.', retry: true },
        { kind: 'names', sentence: 'No names.' },
      ],
    });
    const [stale, names] = root.querySelectorAll('[part=notice]');
    expect(stale!.textContent).to.contain('Shown as of 09:12');
    stale!.querySelector('button')!.click();
    expect(done).to.deep.equal(['retry']);
    expect(names!.querySelector('button')).to.equal(null);
    expect(root.textContent).to.contain('drawing');
  });

  it('has one live region, there before its text is', async () => {
    const root = await shell();
    const live = root.querySelectorAll('[role=status]');
    expect(live).to.have.length(1);
    expect(live[0]!.textContent).to.equal('');
    const probe = root.host as ShellProbe;
    probe.parts = { announcement: 'Sorted by Name, ascending' };
    await probe.updateComplete;
    expect(root.querySelector('[role=status]')).to.equal(live[0]);
    expect(live[0]!.textContent).to.equal('Sorted by Name, ascending');
  });

  it('keeps a line for the headline while data load, so that nothing moves', async () => {
    const loading = (await shell({ state: { kind: 'loading', loaded: 0 }, headline: '' })).querySelector('header')!.offsetHeight;
    const ready = (await shell({ headline: 'Short.' })).querySelector('header')!.offsetHeight;
    expect(loading).to.equal(ready);
  });

  it('keeps none where there never is one: how much was read stands in the place of the subtitle', async () => {
    const header = async (parts: Partial<ShellParts>): Promise<HTMLElement> =>
      (await shell({ headline: '', hasHeadline: false, ...parts })).querySelector('header')!;
    const ready = (await header({})).offsetHeight;
    expect((await header({ state: { kind: 'loading', loaded: 0 } })).offsetHeight).to.equal(ready);
    const soFar = await header({ notices: [{ kind: 'so-far', sentence: 'So far: 59% read', isPassing: true }] });
    expect(soFar.offsetHeight).to.equal(ready);
    const seen = [...soFar.querySelectorAll('p')].filter((line) => getComputedStyle(line).visibility === 'visible');
    expect(seen.map(({ textContent }) => textContent.trim())).to.deep.equal(['So far: 59% read']);
  });

  it('keeps that line without looks of loading while a reader may ask for the rest of the data', async () => {
    const look = async (parts: Partial<ShellParts>): Promise<[height: number, color: string]> => {
      const line = (await shell({ headline: '', ...parts })).querySelector<HTMLElement>('.headline')!;
      return [line.offsetHeight, getComputedStyle(line).backgroundColor];
    };
    const [height, color] = await look({ state: { kind: 'loading', loaded: 0 } });
    expect(color).not.to.equal('rgba(0, 0, 0, 0)');
    const notices = [
      { kind: 'so-far', sentence: 'Feedback of 7 of 14 explorations is loaded.', progress: { loaded: 7, total: 14 } },
    ] as const;
    expect(await look({ notices })).to.deep.equal([height, 'rgba(0, 0, 0, 0)']);
  });

  it('loses border, padding and background inside of a host’s card', async () => {
    const root = await shell();
    const base = root.querySelector<HTMLElement>('.base')!;
    expect(getComputedStyle(base).paddingTop).to.equal('16px');
    (root.host as HTMLElement).style.setProperty('--stats-card', 'none');
    const { paddingTop, borderTopWidth, backgroundColor } = getComputedStyle(base);
    expect([paddingTop, borderTopWidth, backgroundColor]).to.deep.equal(['0px', '0px', 'rgba(0, 0, 0, 0)']);
  });

  it('reads at 16, 14, 13 and 12 px, whatever the host sets', async () => {
    const root = await shell();
    (root.host as HTMLElement).parentElement!.style.setProperty('font-size', '22px');
    const size = (selector: string): string => getComputedStyle(root.querySelector(selector)!).fontSize;
    expect(['.headline', '.heading', '.body', '.subtitle'].map(size)).to.deep.equal(['16px', '14px', '13px', '12px']);
  });

  for (const state of STATES) {
    it(`shows the state ${state.kind} in the place of the drawing, accessibly`, async () => {
      const root = await shell({ state });
      const place = root.querySelector<HTMLElement>('[part=plot]')!;
      if (state.kind !== 'loading') expect(place.textContent).to.contain(state.sentence);
      expect(place.textContent).not.to.contain('drawing');
      expect(place.offsetHeight).to.be.at.least(200);
      await expect(root.host).to.be.accessible();
    });
  }

  it('sets apart by lines what it sets apart by backgrounds, where colours are the reader’s', async function () {
    if (!(await executeServerCommand('forced-colors', true))) this.skip();
    try {
      const notices = [{ kind: 'stale', sentence: 'Shown as of 09:12.', progress: { loaded: 1, total: 2 } }] as const;
      const root = await shell({ notices, counted: html`<section class="counted">Learners</section>` });
      const styleOf = (selector: string): CSSStyleDeclaration => getComputedStyle(root.querySelector(selector)!);
      expect(['.notice', '.counted'].map((selector) => styleOf(selector).borderTopWidth)).to.deep.equal(['1px', '1px']);
      expect(styleOf('progress').height, 'room for a bar within its line').to.equal('8px');
      const [error, loading] = [await shell({ state: STATES[6]! }), await shell({ state: STATES[0]! })];
      expect(getComputedStyle(error.querySelector('.alert')!).borderTopWidth).to.equal('1px');
      expect(getComputedStyle(loading.querySelector('.skeleton rect')!).stroke).not.to.equal('none');
    } finally {
      await executeServerCommand('forced-colors', false);
    }
  });

  it('begins a link that comes to a line of its own where other lines begin', async () => {
    const sentence = 'Not known, as the host of these explorations keeps nothing of it that could be counted here';
    const root = await shell({ notices: [{ kind: 'unrecorded', sentence, about: ['explorations.plays'] }] });
    const link = root.querySelector('.notice .link')!;
    const words = document.createRange();
    for (let width = 200; width < 320; width += 10) {
      (root.host as HTMLElement).style.setProperty('width', `${width}px`);
      words.selectNodeContents(link);
      const from = words.getBoundingClientRect();
      words.selectNodeContents(root.querySelector('.notice bdi')!);
      const before = words.getBoundingClientRect();
      if (from.top >= before.bottom - 1) return void expect(Math.abs(from.left - before.left)).to.be.lessThan(1);
    }
    expect.fail('no line of its own');
  });

  it('names the code of an error as what no browser should translate', async () => {
    const root = await shell({ state: STATES[6]! });
    expect(root.querySelector('.code')!.getAttribute('translate')).to.equal('no');
  });

  it('outlines while it waits what will come: sentences, or numbers under their names', async () => {
    const rects = async (skeleton: Skeleton) => (await shell({ state: STATES[0]!, skeleton })).querySelectorAll('.skeleton rect').length;
    expect(await Promise.all([rects('list'), rects('tiles')])).to.deep.equal([6, 12]);
  });

  it('says how much was read only after a while', async () => {
    const root = await shell({ state: STATES[0]! });
    const progress = root.querySelector('.progress')!;
    expect(progress.textContent).to.contain('Reading 3.2 of 9.6 MB');
    expect(getComputedStyle(progress).visibility).to.equal('hidden');
    expect(root.querySelector('section')!.getAttribute('aria-busy')).to.equal('true');
  });

  it('counts calls where there are few', async () => {
    const root = await shell({ state: { kind: 'loading', loaded: 3, total: 12 } });
    expect(root.querySelector('.progress')!.textContent).to.contain('Reading 3 of 12');
  });

  it('gives every state a look of its own', async () => {
    const looks = new Set<string>();
    for (const state of STATES) {
      const shapes = [...(await shell({ state })).querySelectorAll('.state, .state *')].map(
        (shape) => `${shape.localName} ${shape.getAttribute('class')}`,
      );
      looks.add(shapes.join(' '));
    }
    expect(looks.size).to.equal(STATES.length);
  });

  it('offers to try again after an error, and says its code and its sentence', async () => {
    const root = await shell({ state: STATES[6]! });
    expect(root.querySelector('.state')!.textContent).to.contain('The server answered 500.').and.to.contain('Code: http');
    root.querySelector<HTMLButtonElement>('.state button')!.click();
    expect(done).to.deep.equal(['retry']);
  });

  it('keeps the ghost where filters leave nothing, and offers to clear them', async () => {
    const root = await shell({ state: STATES[3]!, keepsGhost: true });
    expect(root.querySelector('[part=plot]')!.textContent.trim()).to.equal('drawing');
    expect(root.querySelector('[part=headline]')!.textContent).to.contain('No learner matches both filters.');
    root.querySelector<HTMLButtonElement>('[part=headline] button')!.click();
    expect(done).to.deep.equal(['clear']);
    await expect(root.host).to.be.accessible();
  });

  it('does not move where filters leave nothing, nor while data are fetched anew', async () => {
    const height = (root: ShadowRoot): number => root.querySelector<HTMLElement>('.base')!.offsetHeight;
    const ready = height(await shell());
    expect(height(await shell({ state: STATES[3]!, keepsGhost: true, headline: '' }))).to.equal(ready);
    const waiting = await shell({ notices: [{ kind: 'refetching', sentence: 'Shown as of 09:12; new data are on their way.' }] });
    expect(height(waiting)).to.equal(ready);
    expect(waiting.querySelector('.waiting')!.textContent).to.contain('on their way');
    expect(getComputedStyle(waiting.querySelector('.waiting')!).visibility).to.equal('hidden');
  });

  it('offers to cancel a load', async () => {
    const root = await shell({ state: STATES[0]! });
    root.querySelector<HTMLButtonElement>('.progress button')!.click();
    expect(done).to.deep.equal(['cancel']);
  });
});
