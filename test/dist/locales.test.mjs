/** Languages in the built files: what a bundler imports, what module scripts and the one script load. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { ROOT } from '../../scripts/lib/files.mjs';
import { localeNames } from '../../scripts/locales/names.mjs';
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
      ]) {
        const text = readFileSync(join(ROOT, file), 'utf8');
        assert.deepEqual(new Linter().verify(text, [{ languageOptions: { ecmaVersion: 2017, sourceType } }]), [], file);
      }
    });
  }

  it('are in none of the files that are loaded for every page', () => {
    const files = ['learner-elements', 'creator', 'at-risk', 'creator-engagement-chart'].map((name) => `cdn/${name}.js`);
    for (const file of files) assert.doesNotMatch(readFileSync(join(ROOT, file), 'utf8'), /Temps d’activité|متوسط وقت/);
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
