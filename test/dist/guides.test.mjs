/** What the guides show is what the hosts run. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { guides, withCode } from '../../scripts/guides.mjs';
import { filesUnder, ROOT } from '../../scripts/lib/files.mjs';

describe('the guides', () => {
  for (const { file, text, blocks } of guides().filter((guide) => guide.blocks > 0)) {
    it(`show the code of the hosts, in each of ${blocks} blocks of ${file}`, () => {
      assert.equal(text, withCode(text), 'npm run guides writes it');
    });
  }

  it('take code of every host that is tested', () => {
    const hosts = filesUnder('test/hosts', '.test.mjs')
      .map((file) => file.slice(0, -'.test.mjs'.length))
      .filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
    const all = guides()
      .map(({ text }) => text)
      .join('\n');
    assert.deepEqual(
      hosts.filter((folder) => !all.includes(`<!-- from ${folder}/`)),
      [],
    );
  });
});
