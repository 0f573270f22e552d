/** Languages in the built files: what a bundler imports, what module scripts and the one script load. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { filesUnder, ROOT } from '../../scripts/lib/files.mjs';
import { hostTexts } from '../../scripts/locales/keys.mjs';
import { localeNames } from '../../scripts/locales/names.mjs';
import { sourceTexts } from '../../scripts/locales/source-texts.mjs';
import { pages } from './support/pages.mjs';

describe('the texts of a language', () => {
  const { open } = pages();

  for (const name of localeNames()) {
    it(`are a module of the package and a script, both of ES2017, for ${name}`, async () => {
      const { locale } = await import(`learner-elements/locales/${name}.js`);
      assert.equal(locale.language, name);
      assert.ok(Object.keys(locale.texts).length > 400);
      for (const [file, sourceType] of [
        [`cdn/locales/${name}.js`, 'script'],
        [`dist/locales/${name}.js`, 'module'],
        [`cdn/locales/definitions/${name}.js`, 'script'],
        [`dist/locales/definitions/${name}.js`, 'module'],
      ]) {
        const text = readFileSync(join(ROOT, file), 'utf8');
        assert.deepEqual(new Linter().verify(text, [{ languageOptions: { ecmaVersion: 2017, sourceType } }]), [], file);
      }
    });
  }

  it('are in none of the files that are loaded for every page', () => {
    const files = ['learner-elements', 'creator', 'at-risk', 'creator-engagement-chart'].map((name) => `cdn/${name}.js`);
    for (const file of files)
      assert.doesNotMatch(readFileSync(join(ROOT, file), 'utf8'), /Temps d’activité|متوسط وقت|Achèvements par départ/);
  });

  it('come to a page of module scripts when a lang asks for them', async () => {
    const tag = 'creator-engagement-chart';
    const { page, problems, close } = await open({ head: `<script type="module" src="/cdn/${tag}.js"></script>` });
    await page.evaluate((name) => {
      document.body.lang = 'fr';
      document.body.append(document.createElement(name));
    }, tag);
    await page.locator(`${tag} #heading`, { hasText: 'Temps d’activité moyen' }).waitFor();
    assert.deepEqual(problems, []);
    await close();
  });
});

/** Modules and workers are read as UTF-8 whatever the page is. */
const isModule = (file) =>
  /^cdn\/(?:chunks\/|stats\.worker)/.test(file) || existsSync(join(ROOT, file.replace('cdn/', 'src/define/').replace(/js$/, 'ts')));

describe('a page that is not written in UTF-8', () => {
  const { open } = pages();

  it('shows what a script says as it is meant, in English and in another language', async () => {
    const { page, problems, close } = await open({
      charset: 'windows-1252',
      head: '<script src="/cdn/creator.js"></script>',
      body: '<creator-engagement-chart src="/stats.json" provider="creator-engagement-stats" exploration="c"></creator-engagement-chart>',
    });
    await page.getByText('No exploration has the id “c”.').waitFor();
    await page.evaluate(() => (document.documentElement.lang = 'fr'));
    await page.locator('#heading', { hasText: 'Temps d’activité moyen' }).waitFor();
    assert.deepEqual(problems, []);
    await close();
  });

  it('reads every script alike, as all but those of languages are ASCII', () => {
    for (const file of filesUnder('cdn', '.js').filter((name) => !isModule(name) && !name.startsWith('cdn/locales/')))
      assert.deepEqual(readFileSync(join(ROOT, file), 'utf8').match(/[^\0-\x7f]/g) ?? [], [], file);
  });
});

describe('a bundle of a host that holds the script', () => {
  const { addFile, open } = pages();
  const tag = 'creator-engagement-chart';
  const inFrench = (strings) =>
    `${readFileSync(join(ROOT, 'cdn/learner-elements.js'), 'utf8')};
     LearnerElements.configure(${JSON.stringify({ strings })});
     document.body.lang = 'fr';
     document.body.append(document.createElement('${tag}'));`;

  it('is told of no missing texts where the host hands its own over', async () => {
    addFile('/bundle.js', inFrench({ fr: { [`${tag}.title`]: 'Durées' } }));
    const { page, problems, warnings, close } = await open({ body: '<script src="/bundle.js"></script>' });
    await page.locator(`${tag} #heading`, { hasText: 'Durées' }).waitFor();
    assert.deepEqual([problems, warnings], [[], []]);
    await close();
  });

  it('is told once that there are none where nobody has any', async () => {
    addFile('/bundle.js', inFrench({}));
    const { page, problems, warnings, close } = await open({ body: '<script src="/bundle.js"></script>' });
    await page.locator(`${tag} #heading`, { hasText: 'Average engagement time' }).waitFor();
    assert.deepEqual(problems, []);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /no texts in fr, so English/);
    await close();
  });
});

describe('the names of texts in files of a host', () => {
  it('are one for each text, and for each form of a text with a number', async () => {
    const { required } = await sourceTexts();
    const texts = hostTexts(required, 'I18N_STATS_');
    const forms = Object.values(required).reduce((sum, { one }) => sum + (one === undefined ? 1 : 2), 0);
    assert.equal(Object.keys(texts).length, forms);
    assert.equal(texts.I18N_STATS_CREATOR_TREND_CHART_TITLE, required['creator-trend-chart.title'].text);
    assert.equal(texts.I18N_STATS_BADGE_COUNT_ONE, required['badge.count'].one);
  });

  it('would be refused if two texts had the same', () => {
    const twins = { 'a.title': { text: 'One' }, 'a-title': { text: 'Other' } };
    assert.throws(() => hostTexts(twins, 'X_'), /Two texts have one name/);
  });
});
