import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { FocusCard } from '../../../../src/components/base/focus/focus-card.js';

class CardProbe extends LitElement {
  isChosen = false;
  readonly card = new FocusCard(this, { passes: () => this.isChosen });

  override render(): TemplateResult {
    return html`<button>Mark</button>${this.card.render()}`;
  }
}
customElements.define('test-card-probe', CardProbe);

describe('the card of a mark', () => {
  async function open(): Promise<{ probe: CardProbe; mark: HTMLElement; escape: (from: Element) => boolean }> {
    const page = await fixture(html`<div><test-card-probe></test-card-probe><button>Elsewhere</button></div>`);
    const probe = page.querySelector<CardProbe>('test-card-probe')!;
    await probe.updateComplete;
    const mark = probe.renderRoot.querySelector('button')!;
    probe.card.show({ title: 'March', rows: [], mark, targets: [mark] });
    const escape = (from: Element): boolean => {
      let isHeard = false;
      const hear = (): void => void (isHeard = true);
      page.addEventListener('keydown', hear);
      from.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      page.removeEventListener('keydown', hear);
      return isHeard;
    };
    return { probe, mark, escape };
  }

  it('goes by Esc, which does no more there', async () => {
    const { probe, mark, escape } = await open();
    expect(escape(mark)).to.equal(false);
    expect(probe.card.isOpen).to.equal(false);
    expect(escape(mark)).to.equal(true);
  });

  it('leaves Esc to a host that has something to let go of by it', async () => {
    const { probe, mark, escape } = await open();
    probe.isChosen = true;
    expect(escape(mark)).to.equal(true);
    expect(probe.card.isOpen).to.equal(false);
  });

  it('goes by Esc elsewhere, too, and leaves the key to what has the focus', async () => {
    const { probe, escape } = await open();
    expect(escape(probe.nextElementSibling!)).to.equal(true);
    expect(probe.card.isOpen).to.equal(false);
  });
});
