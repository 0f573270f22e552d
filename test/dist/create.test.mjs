/** What `npm run create` makes. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { check, resolveConfig } from 'prettier';
import { ROOT } from '../../scripts/lib/files.mjs';
import { filesOfTag } from '../../scripts/lib/templates.mjs';

/** Bundles a file that is still to be written: what it imports must be there, or be made with it, and have the names that it takes. */
async function resolves(filepath, text, files) {
  const folder = join(ROOT, dirname(filepath));
  const isMade = (path) => Object.keys(files).some((file) => join(ROOT, file) === path);
  for (const [, specifier] of text.matchAll(/(?:from|import) '(\.[^']+)'/g)) {
    const path = join(folder, specifier).replace(/\.js$/, '.ts');
    assert.ok(existsSync(path) || isMade(path), `${filepath} imports ${specifier}`);
  }
  const made = {
    name: 'made with it',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, ({ path }) =>
        isMade(join(folder, path).replace(/\.js$/, '.ts')) ? { path, external: true } : undefined,
      ),
  };
  const stdin = { contents: text, resolveDir: folder, sourcefile: filepath, loader: 'ts' };
  await build({ stdin, bundle: true, write: false, format: 'esm', packages: 'external', logLevel: 'silent', plugins: [made] });
}

describe('a new tag', () => {
  for (const [tag, family, kind] of [
    ['creator-hint-chart', 'creator', 'chart'],
    ['at-risk-cohort-table', 'at-risk', 'table'],
  ]) {
    it(`has class, definition, stories, docs and test, as <${tag}>`, async () => {
      const files = filesOfTag(tag, family, kind);
      assert.deepEqual(
        Object.keys(files).map((file) => file.split('/')[0]),
        ['src', 'src', 'stories', 'stories', 'test'],
      );
      for (const [filepath, text] of Object.entries(files)) {
        assert.ok(text.includes(tag), filepath);
        assert.ok(await check(text, { ...(await resolveConfig(filepath)), filepath }), `${filepath} is formatted`);
        if (filepath.endsWith('.ts')) await resolves(filepath, text, files);
      }
    });
  }
});
