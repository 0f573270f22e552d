/** What `npm run create` makes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transform } from 'esbuild';
import { check, resolveConfig } from 'prettier';
import { filesOfTag } from '../../scripts/lib/templates.mjs';

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
        if (filepath.endsWith('.ts')) await transform(text, { loader: 'ts' });
      }
    });
  }
});
