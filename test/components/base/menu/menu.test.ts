import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement } from 'lit';
import { MenuController } from '../../../../src/components/base/menu/menu.js';
import { shellStyles } from '../../../../src/components/base/shell/shell-styles.js';
import { tokens } from '../../../../src/components/base/tokens.js';

const chosen: string[] = [];
const item = (label: string) => ({ label, act: () => chosen.push(label) });

class MenuProbe extends LitElement {
  static override styles = [tokens, shellStyles];
  more = 0;
  readonly #menu = new MenuController(this, 'more');

  override render() {
    return this.#menu.render('Menu of Learners', '⋮', () => [
      { ...item('Force refresh'), detail: 'Fetched 4 min ago' },
      item('View as table'),
      item('Help'),
      ...Array.from({ length: this.more }, (_, at) => item(`Sort by column ${at}`)),
    ]);
  }
}
customElements.define('test-menu-probe', MenuProbe);

async function opened(more = 0): Promise<{ probe: MenuProbe; button: HTMLButtonElement; items: () => HTMLElement[] }> {
  const probe = await fixture<MenuProbe>(html`<test-menu-probe .more=${more}></test-menu-probe>`);
  const button = probe.shadowRoot!.querySelector('button')!;
  button.focus();
  await sendKeys({ press: 'Enter' });
  await probe.updateComplete;
  return { probe, button, items: () => [...probe.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')] };
}

describe('a menu', () => {
  beforeEach(() => chosen.splice(0));

  it('opens by keyboard on its first item, and is accessible', async () => {
    const { probe, button, items } = await opened();
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(probe.shadowRoot!.activeElement).to.equal(items()[0]);
    expect(items()[0]!.textContent).to.contain('Fetched 4 min ago');
    expect(items()[0]!.textContent.replace(/\s+/g, ' ').trim(), 'apart').to.equal('Force refresh, Fetched 4 min ago');
    await expect(probe).to.be.accessible();
  });

  it('is no higher than the window, and scrolls', async () => {
    const { probe, items } = await opened(60);
    const menu = probe.shadowRoot!.querySelector('.menu')!;
    const { top, bottom } = menu.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(window.innerHeight);
    await sendKeys({ press: 'End' });
    expect(items().at(-1)!.getBoundingClientRect().bottom).to.be.at.most(bottom);
  });

  it('goes to its last item by the arrow up from the button', async () => {
    const { probe, button, items } = await opened();
    button.focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(probe.shadowRoot!.activeElement).to.equal(items()[2]);
  });

  it('moves by arrows around the ends, and by Home and End', async () => {
    const { probe, items } = await opened();
    for (const [press, at] of [
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', 2],
      ['ArrowDown', 0],
      ['End', 2],
      ['Home', 0],
    ] as const) {
      await sendKeys({ press });
      expect(probe.shadowRoot!.activeElement).to.equal(items()[at]);
    }
  });

  it('closes by Esc and gives the focus back', async () => {
    const { probe, button, items } = await opened();
    await sendKeys({ press: 'Escape' });
    await probe.updateComplete;
    expect(items()).to.have.length(0);
    expect(probe.shadowRoot!.activeElement).to.equal(button);
  });

  it('does what was chosen, closed', async () => {
    const { probe, items } = await opened();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await probe.updateComplete;
    expect(chosen).to.deep.equal(['View as table']);
    expect(items()).to.have.length(0);
  });

  it('closes when the focus leaves it', async () => {
    const { probe, items } = await opened();
    items()[0]!.blur();
    await probe.updateComplete;
    expect(items()).to.have.length(0);
  });

  it('stands inside the window, above whatever surrounds it', async () => {
    const { probe } = await opened();
    const card = probe.shadowRoot!.querySelector('.menu')!;
    const { left, right } = card.getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(document.documentElement.clientWidth);
    expect(card.matches(':popover-open')).to.equal(true);
  });
});
