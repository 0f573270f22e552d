/** What the built files are: their syntax, their paths, and what importing them does. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { build } from 'esbuild';
import { filesUnder, ROOT } from '../../scripts/lib/files.mjs';
import { pages } from './support/pages.mjs';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const elements = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'));
const tags = filesUnder('src/define', '.ts')
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'define');

describe('the package', () => {
  it('has a file wherever package.json names one', () => {
    const named = [manifest.main, manifest.module, manifest.types, manifest.customElements, ...paths(manifest.exports)];
    const missing = named.filter((path) => !path.includes('*') && !existsSync(join(ROOT, path)));
    assert.deepEqual(missing, []);
  });

  it('says the version of package.json', async () => {
    const { VERSION } = await import('../../dist/define/define.js');
    assert.equal(VERSION, manifest.version);
  });

  it('can be imported where there is no page, file by file, and adds no more to it than Lit does', () => {
    const files = ['define', 'components', 'locales', 'tracker'].flatMap((folder) => filesUnder(`dist/${folder}`, '.js'));
    const all = [...files, ...['index', 'creator', 'at-risk', 'data/open-dataset'].map((name) => `dist/${name}.js`)];
    const scripts = filesUnder('cdn', '.js').filter((file) => /^cdn\/(?:learner-elements|creator|at-risk)(?:\.\w+)?\.js$/.test(file));
    const code = `const before = new Set(Reflect.ownKeys(globalThis));
      for (const file of ${JSON.stringify([...all, ...scripts])}) await import(file.replace(/^/, ${JSON.stringify(`${pathToFileURL(ROOT)}/`)}));
      console.log(JSON.stringify(Reflect.ownKeys(globalThis).filter((key) => !before.has(key))));`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
    assert.equal(status, 0, stderr.slice(-500));
    const added = JSON.parse(stdout).filter((key) => !/^(?:lit|reactiveElement)|^(?:customElements|CustomEvent)$/.test(key));
    assert.deepEqual(added, []);
  });

  it('has every tag in the manifest of elements, with its attributes', () => {
    const declared = elements.modules.flatMap((module) => module.declarations ?? []).filter((declaration) => declaration.customElement);
    assert.deepEqual(declared.map((declaration) => declaration.tagName).sort(), tags);
    for (const { tagName, summary, attributes } of declared) {
      assert.ok(summary, `${tagName} has a summary`);
      assert.ok(attributes.length > 0 && attributes.every(({ description }) => description), `${tagName} describes its attributes`);
    }
  });
});

describe('the script', () => {
  const { addFile, open } = pages();

  const beside = filesUnder('cdn', '.js').filter((file) => /^cdn\/(?:learner-elements|creator|at-risk)\.\w+\.js$/.test(file));
  for (const name of ['learner-elements', 'creator', 'at-risk', 'tracker', ...beside.map((file) => basename(file, '.js'))]) {
    it(`is ES2017 as ${name}.js, so that the parser of webpack 4 can read it`, () => {
      const text = readFileSync(join(ROOT, `cdn/${name}.js`), 'utf8');
      assert.doesNotThrow(() => parse(text, { ecmaVersion: 2017, sourceType: 'script' }));
    });
  }

  it('has a tracker of at most 3 KB, minified and compressed', () => {
    const { length } = gzipSync(readFileSync(join(ROOT, 'cdn/tracker.js')), { level: 9 });
    assert.ok(length <= 3 * 1024, `${length} bytes`);
  });

  for (const [name, prefix] of [
    ['creator', 'creator-'],
    ['at-risk', 'at-risk-'],
  ]) {
    it(`defines every tag of its family as ${name}.js, and beside the other family's leaves the first global`, async () => {
      const { page, close } = await open({
        head: `<script src="/cdn/${name}.js"></script><script>const first = LearnerElements;</script>`,
      });
      const others = tags.filter((tag) => !tag.startsWith(prefix) && !tag.startsWith('stats-'));
      assert.deepEqual((await undefinedOf(page, tags)).sort(), others);
      await page.addScriptTag({ url: '/cdn/learner-elements.js' });
      assert.deepEqual(await undefinedOf(page, tags), []);
      assert.ok(await page.evaluate(() => first === LearnerElements));
      await close();
    });
  }

  it("leaves a global of the page's own that has its name", async () => {
    const head = '<script>window.LearnerElements = "mine";</script><script src="/cdn/learner-elements.js"></script>';
    const { page, problems, close } = await open({ head });
    assert.equal(await page.evaluate(() => window.LearnerElements), 'mine');
    assert.deepEqual(await undefinedOf(page, tags), []);
    assert.deepEqual(problems, []);
    await close();
  });

  it('defines every tag and one global', async () => {
    const { page, problems, close } = await open({
      head: '<script>const before = new Set(Object.keys(window));</script><script src="/cdn/learner-elements.js"></script>',
    });
    assert.deepEqual(await undefinedOf(page, tags), []);
    assert.deepEqual(
      await page.evaluate(() => Object.keys(window).filter((key) => !before.has(key) && !/^(lit|reactiveElement)/.test(key))),
      ['LearnerElements'],
    );
    assert.deepEqual(problems, []);
    await close();
  });

  it('may be loaded twice: the first definition stays, with a warning', async () => {
    const head = '<script src="/cdn/learner-elements.js"></script><script src="/cdn/learner-elements.js?again"></script>';
    const { problems, close } = await open({ head });
    assert.deepEqual(problems, []);
    await close();
  });

  it('has each tag defined by the module of its own name beside it', async () => {
    const { page, problems, close } = await open({});
    assert.deepEqual(await undefinedByModules(page, '/cdn'), []);
    assert.deepEqual(problems, []);
    await close();
  });

  it('has each tag defined by the module of the package that bears its name', async () => {
    const entryPoints = filesUnder('dist/define', '.js').filter((file) => !file.endsWith('/define.js'));
    const options = { absWorkingDir: ROOT, bundle: true, splitting: true, write: false, format: 'esm', logLevel: 'silent' };
    const { outputFiles } = await build({ ...options, entryPoints, outdir: '/defined' });
    for (const { path, text } of outputFiles) addFile(path, text);
    const { page, problems, close } = await open({});
    assert.deepEqual(await undefinedByModules(page, '/defined'), []);
    assert.deepEqual(problems, []);
    await close();
  });

  it('defines nothing when classes are imported from the package', async () => {
    const classes = filesUnder('dist/components', '.js');
    const stdin = { contents: classes.map((file) => `export * from './${file}';`).join('\n'), resolveDir: ROOT };
    const bundle = await build({ stdin, bundle: true, write: false, format: 'esm', logLevel: 'silent' });
    addFile('/classes.js', bundle.outputFiles[0].text);
    const { page, problems, close } = await open({ head: '<script type="module" src="/classes.js"></script>' });
    assert.deepEqual((await undefinedOf(page, tags)).sort(), tags);
    assert.deepEqual(problems, []);
    await close();
  });
});

function paths(exports) {
  return Object.values(exports).flatMap((value) => (typeof value === 'string' ? [value] : Object.values(value)));
}

function undefinedOf(page, names) {
  return page.evaluate((all) => all.filter((name) => customElements.get(name) === undefined), names);
}

/** Tags that the module of their name does not define in a document of its own. */
function undefinedByModules(page, folder) {
  return page.evaluate(
    async ([names, from]) => {
      const found = [];
      for (const name of names) {
        const frame = document.createElement('iframe');
        frame.srcdoc = `<!doctype html><script type="module" src="${from}/${name}.js"></script>`;
        const loaded = new Promise((resolve) => (frame.onload = resolve));
        document.body.append(frame);
        await loaded;
        if (frame.contentWindow.customElements.get(name) === undefined) found.push(name);
        frame.remove();
      }
      return found;
    },
    [tags, folder],
  );
}
