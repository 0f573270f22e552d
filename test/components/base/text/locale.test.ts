import { expect, fixture, nextFrame } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { LocaleController } from '../../../../src/components/base/text/locale.js';
import { setStrings } from '../../../../src/localize/texts.js';
import { waitUntil } from '../../../support/wait-until.js';

class LocaleProbe extends LitElement {
  readonly localized = new LocaleController(this);

  protected override update(changed: PropertyValues): void {
    this.localized.draw(() => super.update(changed));
  }
}
customElements.define('test-locale-probe', LocaleProbe);

describe('the language of an element', () => {
  const probeIn = async (lang: string): Promise<LocaleProbe> => {
    const outer = await fixture<HTMLElement>(html`<div lang=${lang} dir="rtl"></div>`);
    const root = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const probe = root.appendChild(document.createElement('p')).appendChild(new LocaleProbe());
    await probe.updateComplete;
    return probe;
  };

  it('is that of the closest lang, through shadow hosts', async () => {
    const { language, direction } = (await probeIn('en-AU')).localized;
    expect([language, direction]).to.deep.equal(['en-AU', 'rtl']);
  });

  it('is English where Intl does not know the tag, or where it is none', async () => {
    expect((await probeIn('tlh')).localized.language).to.equal('en');
    expect((await probeIn('not a tag')).localized.language).to.equal('en');
  });

  it('is English where a language has no texts, as its numbers would stand in English sentences', async () => {
    expect((await probeIn('de')).localized.language).to.equal('en');
    expect((await probeIn('zh-TW')).localized.language).to.equal('en');
  });

  it('is English until the texts have come, whatever little the host has said in that language', async () => {
    setStrings({ 'fr-CA': { 'creator-exploration-table.title': 'Nos leçons' } });
    const { localized } = await probeIn('fr-CA');
    expect(localized.language).to.equal('en');
    await waitUntil(() => localized.language === 'fr-CA', 'the texts have come');
  });

  it('is that of texts which the host hands over, for a language of ours when they hold those beside numbers', async () => {
    setStrings({ nl: { 'creator-exploration-table.title': 'Verkenningen' }, hi: { 'duration.seconds': '{0} से॰' } });
    expect((await probeIn('nl-BE')).localized.language).to.equal('nl-BE');
    expect((await probeIn('hi')).localized.language).to.equal('hi');
  });

  it('follows a change of lang and dir around it, also inside a shadow root', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const inner = root.appendChild(document.createElement('div'));
    const probe = inner.appendChild(new LocaleProbe());
    await probe.updateComplete;
    expect(probe.localized.language).to.equal('en');
    inner.lang = 'en-GB';
    inner.dir = 'rtl';
    await nextFrame();
    expect(probe.localized.language).to.equal('en-GB');
    expect(probe.localized.direction).to.equal('rtl');
    inner.removeAttribute('lang');
    outer.lang = 'en-NZ';
    await nextFrame();
    expect(probe.localized.language).to.equal('en-NZ');
  });
});
