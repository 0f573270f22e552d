import { expect, fixture, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { creatorStats } from '../../stories/support/creator-data.js';
import '../../src/define/creator-engagement-chart.js';
import '../../src/define/creator-exploration-table.js';
import { configure } from '../../src/api.js';
import { styleOf, widgetDocument } from '../../src/components/base/menu/exported-document.js';
import { toDictionaryCsv } from '../../src/export/files/csv.js';
import { loadDefinitions } from '../../src/localize/definitions.js';
import { waitUntil } from '../support/wait-until.js';

const explorations = (lang: string) =>
  html`<div lang=${lang}>
    <creator-exploration-table provider="creator-engagement-stats" .data=${creatorStats(3)}></creator-exploration-table>
  </div>`;

function textOf(root: Element, selector: string): string {
  return (
    root
      .querySelector('creator-exploration-table')
      ?.shadowRoot?.querySelector(selector)
      ?.textContent?.replace(/[\u200f\u2068\u2069]/g, '')
      .trim() ?? ''
  );
}

/** What a screen reader takes the texts of the widget for. */
function spokenIn(root: Element): string | undefined {
  const heading = root.querySelector('creator-exploration-table')?.shadowRoot?.querySelector('#heading');
  return heading?.closest('[lang]')?.getAttribute('lang') ?? undefined;
}

async function shows(root: Element, selector: string, text: string): Promise<void> {
  await waitUntil(() => textOf(root, selector) === text, `"${text}"`, { timeout: 10_000 });
}

describe('a widget', () => {
  it('speaks the language around it, with the plural of that language, and labels of the dictionary', async () => {
    const element = await fixture(explorations('ar'));
    await shows(element, '#heading', 'الاستكشافات');
    await shows(element, '#headline', `${new Intl.NumberFormat('ar').format(3)} استكشافات`);
    expect(textOf(element, 'table, [role=grid]')).to.contain('متوسط الوقت');
    expect(spokenIn(element)).to.equal('ar');
  });

  it('speaks another language as soon as lang around it changes, and back', async () => {
    const element = await fixture<HTMLElement>(explorations('es'));
    await shows(element, '#headline', '3 exploraciones');
    expect(textOf(element, 'table, [role=grid]')).to.contain('Tiempo medio');
    element.lang = 'zh-CN';
    await shows(element, '#headline', '3 个探索');
    expect(textOf(element, 'table, [role=grid]')).to.contain('平均时间');
    element.lang = 'en';
    await shows(element, '#headline', '3 explorations');
    expect(textOf(element, 'table, [role=grid]')).to.contain('Average time');
  });

  it('speaks English in a language that has no texts, and in Traditional Chinese', async () => {
    for (const lang of ['de', 'zh-TW']) {
      const element = await fixture(explorations(lang));
      await shows(element, '#heading', 'Explorations');
      expect(spokenIn(element), 'so that no other voice reads it').to.equal('en');
    }
  });

  it('speaks its own language beside widgets of others, also when those are drawn again', async () => {
    const element = await fixture<HTMLElement>(html`<main>${['es', 'hi', 'en', 'pt-BR'].map(explorations)}</main>`);
    const [es, hi, en, pt] = [...element.children] as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    const all = async (): Promise<void> => {
      await shows(es, '#headline', '3 exploraciones');
      await shows(hi, '#headline', '3 अन्वेषण');
      await shows(en, '#headline', '3 explorations');
      await shows(pt, '#headline', '3 explorações');
    };
    await all();
    for (const part of [en, es, pt, hi]) {
      part.dir = 'rtl';
      await all();
    }
  });

  it('shows texts of the host at once, and again when they change', async () => {
    const element = await fixture(explorations('fr'));
    await shows(element, '#heading', 'Explorations');
    configure({ strings: { fr: { 'creator-exploration-table.title': 'Nos leçons' } } });
    await shows(element, '#heading', 'Nos leçons');
    configure({ strings: { fr: { 'creator-exploration-table.title': 'Leçons' } } });
    await shows(element, '#heading', 'Leçons');
  });

  it('speaks the language of a page that hands over its texts and switches to it in one step', async () => {
    const element = await fixture<HTMLElement>(explorations('en'));
    await shows(element, '#heading', 'Explorations');
    // The texts ask for a drawing at once, the language when the page is watched next: the drawing comes in between.
    configure({ strings: { ar: { 'creator-exploration-table.title': 'دروسنا' } } });
    element.lang = 'ar';
    await nextFrame();
    await nextFrame();
    expect(textOf(element, '#heading')).to.equal('دروسنا');
  });

  it('gives columns the room that their headers need when texts of a language come later', async () => {
    const element = await fixture(explorations('da'));
    await shows(element, '#headline', '3 explorations');
    const table = element.querySelector('creator-exploration-table')!;
    const header = (): HTMLElement => table.shadowRoot!.querySelector<HTMLElement>('th[data-column=starts] .sort-label')!;
    await waitUntil(() => table.shadowRoot!.querySelector('table.fixed') !== null, 'widths are fixed');
    configure({ strings: { da: { 'label.Starts': 'Indlæst af afspilleren' } } });
    await waitUntil(() => header().textContent.includes('afspilleren'));
    await table.updateComplete;
    const text = document.createRange();
    text.selectNodeContents(header());
    expect(text.getBoundingClientRect().width).to.be.at.most(header().closest('th')!.clientWidth);
  });

  it('shows texts of the host in a language that has no file', async () => {
    configure({ strings: { nl: { 'creator-exploration-table.title': 'Verkenningen' } } });
    const element = await fixture(explorations('nl-BE'));
    await shows(element, '#heading', 'Verkenningen');
  });
});

describe('what the numbers mean', () => {
  it('is said in the language around a widget, whole, and in another as soon as that changes', async () => {
    const element = await fixture<HTMLElement>(explorations('pt-BR'));
    await shows(element, '#headline', '3 explorações');
    const table = element.querySelector('creator-exploration-table')!;
    table.shadowRoot!.querySelector<HTMLElement>('.more')!.click();
    await table.updateComplete;
    const entry = [...table.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) =>
      textContent.includes('contado'),
    );
    entry!.click();
    await waitUntil(() => textOf(element, '.counted').includes('Conclusões por início.'), 'Portuguese', { timeout: 10_000 });
    const portuguese = textOf(element, '.counted');
    expect(portuguese).to.contain('Fórmula: conclusões / inícios.').and.to.contain('Desconhecido sem inícios.');
    expect(portuguese).not.to.match(/Completions per start|as supplied|Unknown/);
    element.lang = 'ar';
    await waitUntil(() => textOf(element, '.counted').includes('مرات الإكمال لكل بدء.'), 'Arabic', { timeout: 10_000 });
    expect(textOf(element, '.counted')).not.to.match(/Completions per start|as supplied|Unknown/);
  });

  it('is said so in the file of the data dictionary, too', async () => {
    const element = await fixture<HTMLElement>(explorations('es'));
    await shows(element, '#headline', '3 exploraciones');
    const widget = element.querySelector('creator-exploration-table')!;
    await loadDefinitions();
    const document = await widgetDocument(widget.asExported, 'screen');
    const file = toDictionaryCsv(document, { texts: styleOf(widget.asExported, 'screen').texts });
    expect(file)
      .to.contain('Finalizaciones por inicio.')
      .and.to.contain('finalizaciones / inicios')
      .and.to.contain('No se conoce sin inicios.');
    expect(file).not.to.match(/Completions per start|as supplied|Unknown/);
  });
});
