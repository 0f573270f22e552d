import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/lib/files.mjs';

const ENTRY = `
export { openDataset } from './src/data/open-dataset.js';
export { AT_RISK_VIEWS, AT_RISK_VIEWS_ASPECTS_V8 } from './src/metrics/views/at-risk.js';
export { Random } from './test/support/random.js';
export { randomStatements } from './test/support/random-statements.js';
export { block, COURSE, statement } from './test/support/statements.js';
export { BLOCKS, course, OVERVIEW } from './test/support/xapi-course.js';
export { answered, enrolled, graded, OTHER_COURSE, player, visited, watched } from './test/support/xapi-statements.js';
`;

/** The library and the builders of its tests, from their sources. */
export async function library() {
  const folder = mkdtempSync(join(tmpdir(), 'learner-elements-'));
  const outfile = join(folder, 'library.mjs');
  const stdin = { contents: ENTRY, resolveDir: ROOT, loader: 'ts' };
  try {
    await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
