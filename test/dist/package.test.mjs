/** What is published: that tools read it rightly, that it is the same each time it is packed, and that nothing went missing. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { filesUnder, ROOT } from '../../scripts/lib/files.mjs';
import { npmScript } from '../../scripts/lib/npm.mjs';
import { publicApi, removedFrom } from '../../scripts/manifest/public-api.mjs';
import { deliverables } from '../../scripts/sizes/deliverables.mjs';
import { saidSizes } from '../../scripts/sizes/table.mjs';

const text = (path) => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(text('package.json'));
const elements = JSON.parse(text('custom-elements.json')).modules.flatMap(({ declarations = [] }) => declarations);

describe('the packed package', () => {
  const folders = [];
  before(() => folders.push(packed(), packed()));
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  it('is the same bytes each time it is packed', () => {
    const [first, second] = folders.map(tarballIn);
    assert.ok(first.equals(second));
  });

  it('has types that every resolution of TypeScript finds, as modules', async () => {
    const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(tarballIn(folders[0]))));
    const unexpected = problems.filter(({ kind }) => kind !== 'CJSResolvesToESM');
    assert.deepEqual(unexpected, [], 'only require() of a package of modules is refused');
  });

  it('has nothing that publint would have otherwise', async () => {
    const { messages } = await publint({ pkgDir: ROOT, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest, { color: false })),
      [],
    );
  });

  it('does nothing on a server, the files beside a script neither', () => {
    const files = ['creator.js', 'creator.cache.js', 'creator.documents.js', 'definitions.js', 'export.js', 'locales/fr.js', 'tracker.js'];
    const code = `await Promise.all(${JSON.stringify(files)}.map((file) => import('learner-elements/cdn/' + file)));
      await import('learner-elements');`;
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, encoding: 'utf8' }), '');
  });

  it('lets a script in Node end after it has emptied the copies', () => {
    const code = `const { purge } = await import('learner-elements'); await purge();`;
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, timeout: 20_000, stdio: 'pipe' });
  });

  it('loses no file of cdn or css in a bundle, the texts of languages neither', () => {
    const patterns = manifest.sideEffects.map((glob) => {
      const source = glob.replaceAll('.', '\\.').replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.+/)?'));
      return new RegExp(`^${source}$`);
    });
    const files = [...filesUnder('cdn', '.js'), ...filesUnder('css', '.css')];
    const lost = files.filter((file) => !patterns.some((pattern) => pattern.test(`./${file}`)));
    assert.deepEqual(lost, []);
  });

  it('refuses no Node, as old hosts install what they will never run there', () => {
    assert.equal(manifest.engines, undefined);
  });
});

describe('what hosts rely on', () => {
  it('is all there that was there before', () => {
    const accepted = JSON.parse(text('scripts/manifest/accepted-api.json'));
    assert.deepEqual(removedFrom(accepted, publicApi(elements)), []);
  });

  it('would be missed if a tag or an attribute went', () => {
    const kinds = { attributes: ['src', 'now'], members: [], events: [], slots: [], parts: [], properties: [] };
    const before = { 'a-chart': kinds, 'a-table': kinds };
    const now = { 'a-chart': { ...kinds, attributes: ['now'] } };
    assert.deepEqual(removedFrom(before, now), ['a-chart: attributes src', 'a-table: the tag']);
  });

  it('is described for editors, tag by tag and attribute by attribute', () => {
    const { tags } = JSON.parse(text('vscode.html-custom-data.json'));
    assert.deepEqual(
      tags.map(({ name, attributes }) => [name, attributes.map((attribute) => attribute.name)]),
      [...elements]
        .sort((a, b) => (a.tagName < b.tagName ? -1 : 1))
        .map(({ tagName, attributes }) => [tagName, attributes.map(({ name }) => name)]),
    );
    for (const { name } of tags) assert.match(text('llms.txt'), new RegExp(`\`<${name}>\`: .`));
  });
});

describe('the files for script tags', () => {
  it('each have the hash that a page may ask for', () => {
    const said = JSON.parse(text('cdn/integrity.json'));
    const hashes = filesUnder('cdn', '.js').map((file) => {
      const hash = createHash('sha384').update(readFileSync(join(ROOT, file)));
      return [file, `sha384-${hash.digest('base64')}`];
    });
    assert.deepEqual(said, Object.fromEntries(hashes));
  });

  it('weigh what the README says, to the kilobyte, and none is over its budget', async () => {
    const found = await deliverables();
    assert.deepEqual(
      found.filter(({ gzip, budget }) => gzip > budget).map(({ name }) => name),
      [],
    );
    const said = saidSizes(text('README.md'));
    assert.equal(said.length, found.length, 'the README has a row for each');
    for (const [index, { name, gzip }] of found.entries()) {
      assert.ok(
        Math.abs(said[index] - gzip) <= 1,
        `${name} is ${gzip.toFixed(1)} kB, the README says ${said[index]}: npm run build -- --sizes`,
      );
    }
  });
});

function packed() {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const args = [npmScript(), 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  execFileSync(process.execPath, args, { cwd: ROOT });
  return folder;
}

function tarballIn(folder) {
  return readFileSync(join(folder, readdirSync(folder)[0]));
}
