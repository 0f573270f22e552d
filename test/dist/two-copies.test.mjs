/** A host's bundles may each bring a copy of the library: one of them defines an element that the other has not. */
import { join } from 'node:path';
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/lib/files.mjs';
import { pages } from './support/pages.mjs';

const CHARTS = ['at-risk-track-chart', 'at-risk-grade-chart'];

describe('two copies of the library on a page', () => {
  const { addFile, open } = pages();

  for (const order of [
    ['first', 'second'],
    ['second', 'first'],
  ])
    it(`both draw in one dataset, loaded ${order.join(', ')}`, async () => {
      addFile('/first.js', await bundled('stats-dataset', CHARTS[0]));
      addFile('/second.js', await bundled(CHARTS[1]));
      const { page, problems, close } = await open({
        head: order.map((name) => `<script type="module" src="/${name}.js"></script>`).join(''),
        body: `<stats-dataset provider="tables" src="/course.json" now="2024-03-13T00:00:00Z">${CHARTS.map((tag) => `<${tag}></${tag}>`).join('')}</stats-dataset>`,
      });
      for (const tag of CHARTS) await page.locator(tag).locator('svg').first().waitFor();
      assert.deepEqual(problems, []);
      await close();
    });
});

/** What defines these tags, with a library of its own. */
async function bundled(...tags) {
  const contents = tags.map((tag) => `import ${JSON.stringify(join(ROOT, 'dist', 'define', `${tag}.js`))};`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
