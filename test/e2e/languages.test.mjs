import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './support/stage.mjs';

const PAGE = '/creator.html?source=engagement-stats';
const TITLE = 'creator-engagement-chart #heading';

describe('a page of the one script', () => {
  const { open } = stage();

  it('loads the texts of the language around its widgets, and no others', async () => {
    const page = await open(`${PAGE}&lang=fr-CA`);
    await page.locator(TITLE, { hasText: 'Temps d’activité moyen' }).waitFor();
    const asked = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.includes('/locales/')),
      );
    assert.deepEqual(await asked(), ['/cdn/locales/fr.js']);
    await page.evaluate(() => (document.documentElement.lang = 'es'));
    await page.locator(TITLE, { hasText: 'Tiempo medio de dedicación' }).waitFor();
    assert.deepEqual(await asked(), ['/cdn/locales/fr.js', '/cdn/locales/es.js']);
  });

  it('takes texts that the page has loaded before, and asks for none', async () => {
    const page = await open(PAGE);
    await page.addScriptTag({ url: '/cdn/locales/hi.js' });
    let asked = 0;
    page.on('request', (request) => (asked += request.url().includes('/locales/') ? 1 : 0));
    await page.evaluate(() => (document.documentElement.lang = 'hi'));
    await page.locator(TITLE, { hasText: 'औसत सहभागिता समय' }).waitFor();
    assert.equal(asked, 0);
  });

  it('stays English, with one warning, where the texts cannot be had', async () => {
    const page = await open(PAGE);
    const warnings = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.route('**/locales/*.js', (route) => route.abort());
    const warned = page.waitForEvent('console', (message) => message.text().includes('zh-Hans'));
    await page.evaluate(() => (document.documentElement.lang = 'zh'));
    await warned;
    await page.evaluate(() => (document.documentElement.lang = 'zh-CN'));
    await page.locator('creator-engagement-chart').evaluate((element) => element.updateComplete);
    assert.equal(await page.locator(TITLE).textContent(), 'Average engagement time');
    assert.equal(warnings.filter((text) => text.includes('zh-Hans')).length, 1);
  });

  it('writes numbers and dates in the language of its texts, English where those cannot be had', async () => {
    const page = await open(PAGE);
    await page.locator('creator-exploration-table [role=grid]').waitFor();
    await page.route('**/locales/*.js', (route) => route.abort());
    const warned = page.waitForEvent('console', (message) => message.text().includes('no texts in hi'));
    await page.evaluate(() => (document.documentElement.lang = 'hi-u-nu-deva'));
    await warned;
    const texts = await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll('*')]
          .filter(({ isUpdatePending }) => isUpdatePending !== undefined)
          .map(async (element) => {
            await element.updateComplete;
            return element.shadowRoot.textContent;
          }),
      ),
    );
    assert.ok(texts.join('').length > 0);
    assert.doesNotMatch(texts.join(''), /[\u0900-\u097f]/);
  });

  it('takes texts of the host from configure', async () => {
    const page = await open(PAGE);
    await page.evaluate(() => window.LearnerElements.configure({ strings: { en: { 'creator-engagement-chart.title': 'Time spent' } } }));
    await page.locator(TITLE, { hasText: 'Time spent' }).waitFor();
  });
});
