/** Documents that are made from the source say what it says now. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesUnder, ROOT } from '../../scripts/lib/files.mjs';
import { madeDocuments } from '../../scripts/manifest/made-documents.mjs';

const text = (path) => readFileSync(join(ROOT, path), 'utf8');
const elements = JSON.parse(text('custom-elements.json')).modules.flatMap(({ declarations = [] }) => declarations);

describe('the documents', () => {
  it('that repeat the source are made from it: npm run docs', async () => {
    for (const [path, made] of Object.entries(await madeDocuments())) assert.equal(text(path), made, path);
  });

  it('say of each tag when to take it, when not, and its keys', () => {
    for (const { tagName, useFor, notFor, keyboard } of elements) {
      assert.ok(useFor && notFor, tagName);
      if (!['stats-dataset', 'at-risk-help', 'creator-stats-report'].includes(tagName)) assert.ok(keyboard.length > 0, tagName);
    }
  });

  it('name every part that can be styled, and no other', () => {
    const drawn = filesUnder('src/components', '.ts').flatMap((path) =>
      [...text(path).matchAll(/\bpart(?:="|: ')([\w -]+)["']/g)].flatMap(([, names]) => names.split(' ')),
    );
    const named = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
    assert.deepEqual([...new Set(named)].sort(), [...new Set(drawn)].sort());
  });

  it('have tokens for design tools, in colours and lengths that these read', () => {
    const { light, dark, space } = JSON.parse(text('tokens.json'));
    assert.deepEqual(Object.keys(light), Object.keys(dark));
    assert.equal(light['series-1'].$value.hex, '#1f6f78');
    assert.deepEqual(light.surface.$value.components, [1, 1, 1]);
    assert.deepEqual(space['1'].$value, { value: 4, unit: 'px' });
  });
});
