import { expect, fixture, nextFrame } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { directionOf, languageOf, LocaleController } from '../../../src/components/base/locale.js';

class LocaleProbe extends LitElement {
  readonly localized = new LocaleController(this);
}
customElements.define('test-locale-probe', LocaleProbe);

describe('the language of an element', () => {
  it('is that of the closest lang, through shadow hosts', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="fr" dir="rtl"></div>`);
    const root = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const inner = root.appendChild(document.createElement('p'));
    expect(languageOf(inner)).to.equal('fr');
    expect(directionOf(inner)).to.equal('rtl');
  });

  it('is English where Intl does not know the tag, or where it is none', async () => {
    expect(languageOf(await fixture(html`<p lang="tlh"></p>`))).to.equal('en');
    expect(languageOf(await fixture(html`<p lang="not a tag"></p>`))).to.equal('en');
  });

  it('follows a change of lang and dir around it, also inside a shadow root', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const inner = root.appendChild(document.createElement('div'));
    const probe = inner.appendChild(new LocaleProbe());
    await probe.updateComplete;
    expect(probe.localized.language).to.equal('en');
    inner.lang = 'de';
    inner.dir = 'rtl';
    await nextFrame();
    expect(probe.localized.language).to.equal('de');
    expect(probe.localized.direction).to.equal('rtl');
    inner.removeAttribute('lang');
    outer.lang = 'pt-BR';
    await nextFrame();
    expect(probe.localized.language).to.equal('pt-BR');
  });
});
