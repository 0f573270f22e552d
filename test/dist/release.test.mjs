/** A release: what `npm run release` changes, in a copy. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, it } from 'node:test';
import { ROOT } from '../../scripts/lib/files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
after(() => rmSync(folder, { recursive: true }));

it('a release raises the version everywhere it is said, and writes what changed', () => {
  for (const path of [
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    '.changeset',
    '.gitignore',
    '.prettierrc.json',
    'src/define/define.ts',
  ]) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  const git = (...args) => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'All');
  const text = (path) => readFileSync(join(folder, path), 'utf8');
  const before = JSON.parse(text('package.json')).version;
  const changes = readdirSync(join(folder, '.changeset')).filter((file) => file.endsWith('.md') && file !== 'README.md');
  execFileSync(process.execPath, [join(ROOT, 'scripts/release.mjs')], { cwd: folder, stdio: 'ignore' });
  const { version } = JSON.parse(text('package.json'));
  assert.equal(version === before, changes.length === 0, 'a described change raises the version');
  assert.match(text('src/define/define.ts'), new RegExp(`VERSION = '${version.replaceAll('.', '\\.')}'`));
  assert.ok(text('CHANGELOG.md').includes(`## ${version}`));
  assert.deepEqual(
    readdirSync(join(folder, '.changeset')).filter((file) => changes.includes(file)),
    [],
  );
});
