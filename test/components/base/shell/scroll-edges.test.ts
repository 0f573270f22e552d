import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { svg } from 'lit';
import { readDrawing } from '../../../../src/export/drawing/read-drawing.js';
import { ScrollEdges } from '../../../../src/components/base/shell/scroll-edges.js';

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
  return drawn(box);
}

async function scrolledDown(box: HTMLElement, to: number): Promise<string> {
  box.scrollTop = to;
  return drawn(box);
}

async function drawn(box: HTMLElement): Promise<string> {
  await nextFrame();
  await nextFrame();
  return box.style.maskImage;
}

/** A box of 100 px with ten rows of 20 px, a header and a foot that stay where asked for, and what follows it. */
async function high({ classes = 'frame', head = false, foot = false, rows = 10 } = {}): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(html`
    <div>
      <div class=${classes} style="block-size: 100px; overflow: auto">
        <table style="border-spacing: 0">
          ${
            head
              ? html`<thead style="position: sticky; top: 0">
                  <tr>
                    <th>Name</th>
                  </tr>
                </thead>`
              : ''
          }
          <tbody>
            ${Array.from(
              { length: rows },
              (_, row) =>
                html`<tr>
                  <td style="block-size: 20px; padding: 0">${row}</td>
                </tr>`,
            )}
          </tbody>
          ${
            foot
              ? html`<tfoot style="position: sticky; bottom: 0">
                  <tr>
                    <td style="block-size: 30px; padding: 0">Sum</td>
                  </tr>
                </tfoot>`
              : ''
          }
        </table>
      </div>
    </div>
  `);
  new ScrollEdges(() => root).hostUpdated();
  await nextFrame();
  return root.firstElementChild as HTMLElement;
}

/** A box of 200 px in which a drawing of twice the width moves, with a year in the middle of each quarter. */
async function drawnAlong(): Promise<{ readonly box: HTMLElement; readonly edges: ScrollEdges }> {
  const root = await fixture<HTMLElement>(html`
    <div>
      <div class="track scrolls-along" style="inline-size: 200px; overflow: auto">
        <svg width="400" height="20" style="display: block">
          ${[2021, 2022, 2023, 2024].map((year, at) => svg`<text class="tick" x=${at * 100 + 50} y="15" text-anchor="middle">${year}</text>`)}
        </svg>
      </div>
    </div>
  `);
  const edges = new ScrollEdges(() => root);
  edges.hostUpdated();
  const box = root.querySelector<HTMLElement>('.scrolls-along');
  if (box === null) throw new Error('No box.');
  await nextFrame();
  return { box, edges };
}

/** The names that can be seen where the box is scrolled to. */
async function shownIn(box: HTMLElement, to: number): Promise<readonly string[]> {
  await scrolled(box, to);
  const { left, right } = box.getBoundingClientRect();
  const inSight = [...box.querySelectorAll('text')].filter((text) => {
    const own = text.getBoundingClientRect();
    return own.right > left && own.left < right && getComputedStyle(text).clipPath === 'none';
  });
  return inSight.map((text) => text.textContent);
}

/** Which ends of the mask are clear. That it runs to the bottom browsers leave out. */
function faded(mask: string): string {
  const stops = mask
    .replace(/\((?=black|transparent)/, '(to bottom, ')
    .split(/,\s*(?=transparent|black)/)
    .slice(1);
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

  it('fades both ways where content goes on both ways', async () => {
    const box = await boxed(400);
    box.style.blockSize = '10px';
    const masks = (await drawn(box)).split(/,\s*(?=linear)/);
    expect(masks.map(faded)).to.deep.equal(['end', 'end']);
    expect(masks.map((mask) => mask.includes('to right'))).to.deep.equal([true, false]);
    expect(box.style.maskComposite).to.equal('intersect');
  });

  it('shows no part of a name at the axis of time: it stands in full, or not at all', async () => {
    const { box, edges } = await drawnAlong();
    expect(await shownIn(box, 60), 'one is cut, one is in the fade').to.deep.equal(['2022']);
    expect(await shownIn(box, 110)).to.deep.equal(['2023']);
    expect(await shownIn(box, 200), 'nothing fades at the end').to.deep.equal(['2024']);
    expect(await shownIn(box, 0)).to.deep.equal(['2021']);
    const exported = JSON.stringify(readDrawing(box.querySelector('svg')!));
    for (const year of ['2021', '2022', '2023', '2024']) expect(exported, 'a picture of the whole').to.contain(year);
    box.classList.remove('scrolls-along');
    edges.hostUpdated();
    expect(box.style.maskImage, 'a box that scrolls no more').to.equal('');
    expect(await shownIn(box, 60), 'a box that scrolls no more').to.deep.equal(['2021', '2022', '2023']);
  });
});

describe('a box that scrolls down', () => {
  it('fades the edge at which rows go on, also where it ends between two of them', async () => {
    for (const classes of ['frame', 'marks fills scrolls']) {
      const box = await high({ classes });
      expect(faded(box.style.maskImage)).to.equal('end');
      expect(faded(await scrolledDown(box, 50))).to.equal('start end');
      expect(faded(await scrolledDown(box, 100))).to.equal('start');
    }
  });

  it('fades nothing under a header that stays, and the last row above a foot that stays', async () => {
    const box = await high({ head: true, foot: true });
    expect(box.style.maskImage).to.contain('calc(100% - 30px)');
    expect(faded(await scrolledDown(box, 50))).to.equal('end');
  });

  it('fades nothing where all rows are in sight', async () => {
    expect((await high({ rows: 4 })).style.maskImage).to.equal('');
  });
});
