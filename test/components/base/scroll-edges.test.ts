import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { ScrollEdges } from '../../../src/components/base/scroll-edges.js';

/** A box of 100 px around a table of so many, and what follows it. */
async function boxed(width: number, { dir = 'ltr', sticky = false } = {}): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(html`
    <div dir=${dir}>
      <div class="frame" style="inline-size: 100px; overflow: auto">
        <table style="inline-size: ${width}px">
          <tbody>
            <tr>
              <td style=${sticky ? 'position: sticky; inset-inline-start: 0' : ''}>a</td>
              <td>1,234</td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  `);
  new ScrollEdges(() => root).hostUpdated();
  const box = root.querySelector<HTMLElement>('.frame');
  if (box === null) throw new Error('No box.');
  await nextFrame();
  return box;
}

async function scrolled(box: HTMLElement, to: number): Promise<string> {
  box.scrollLeft = to;
  await nextFrame();
  await nextFrame();
  return box.style.maskImage;
}

/** Which ends of the mask are clear. */
function faded(mask: string): string {
  const stops = mask.split(/,\s*(?=transparent|black)/).slice(1);
  return [stops[0]?.startsWith('transparent') ? 'start' : '', stops[3]?.startsWith('transparent') ? 'end' : ''].join(' ').trim();
}

describe('a box that scrolls sideways', () => {
  it('fades the side at which content goes on, so that no part of a number is read as one', async () => {
    const box = await boxed(400);
    expect(faded(box.style.maskImage)).to.equal('end');
    expect(faded(await scrolled(box, 100))).to.equal('start end');
    expect(faded(await scrolled(box, 300))).to.equal('start');
  });

  it('does so from right to left', async () => {
    const box = await boxed(400, { dir: 'rtl' });
    expect(box.style.maskImage).to.contain('to left');
    expect(faded(box.style.maskImage)).to.equal('end');
    expect(faded(await scrolled(box, -300))).to.equal('start');
  });

  it('leaves a first column alone that stays over the others', async () => {
    const box = await boxed(400, { sticky: true });
    expect(faded(await scrolled(box, 100))).to.equal('end');
  });

  it('fades nothing where all is in sight, also once there is room', async () => {
    const box = await boxed(80);
    expect(box.style.maskImage).to.equal('');
    const narrow = await boxed(400);
    narrow.style.inlineSize = '500px';
    await nextFrame();
    await nextFrame();
    expect(narrow.style.maskImage).to.equal('');
  });
});
