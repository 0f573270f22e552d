import { expect, fixture, html } from '@open-wc/testing';
import { boundNumbers } from '../../../../src/components/base/text/bound-numbers.js';

/** A sentence in a column so narrow that each line has as few words as it may. */
async function narrow(sentence: string): Promise<{ readonly text: string; readonly lines: readonly string[] }> {
  const place = await fixture(
    html`<p style="width: 1px">
      <style>
        .bound {
          white-space: nowrap;
        }</style
      ><bdi>${boundNumbers(sentence)}</bdi>
    </p>`,
  );
  const bdi = place.querySelector('bdi')!;
  const lines = new Map<number, string>();
  for (const node of textsIn(bdi)) {
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top, width } = range.getBoundingClientRect();
      if (width > 0) lines.set(top, `${lines.get(top) ?? ''}${node.data.charAt(at)}`);
    }
  }
  return { text: bdi.textContent, lines: [...lines.values()].map((line) => line.trim()) };
}

function textsIn(root: Node): readonly Text[] {
  return [...root.childNodes].flatMap((node) => (node instanceof Text ? [node] : textsIn(node)));
}

describe('a sentence with numbers', () => {
  for (const [sentence, lines] of [
    ['67 of 178 enrollments, 15 new.', ['67 of', '178 enrollments,', '15 new.']],
    ['It falls 95% of it', ['It', 'falls', '95% of', 'it']],
    ['March 2024: 3', ['March', '2024:', '3']],
    ['Week 2 – Week 3', ['Week', '2', '–', 'Week', '3']],
    ['As of 09:12; refresh failed.', ['As', 'of', '09:12;', 'refresh', 'failed.']],
    ['Group: 20-29% of all.', ['Group:', '20-29% of', 'all.']],
    ['0-9% of all.', ['0-9% of', 'all.']],
    ['', []],
  ] as const) {
    it(`has no line between one and the word after it: ${sentence}`, async () => {
      expect((await narrow(sentence)).lines).to.deep.equal(lines);
    });
  }

  it('is the same text, in every language', async () => {
    for (const sentence of ['67 of 178 enrollments, 15 new.', '\u2068٦\u2069 متعلمين', '1,205 次会话', '१२ शिक्षार्थी'])
      expect((await narrow(sentence)).text).to.equal(sentence);
  });

  it('keeps a number of other digits beside its word, too', async () => {
    expect((await narrow('\u2068٦\u2069 متعلمين')).lines).to.have.lengthOf(1);
    expect((await narrow('१२ शिक्षार्थी')).lines).to.have.lengthOf(1);
  });
});
