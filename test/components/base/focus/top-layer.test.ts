import { expect } from '@open-wc/testing';
import { besideAnchor } from '../../../../src/components/base/focus/top-layer.js';

const page = { width: 320, height: 400 };
const card = { width: 100, height: 60 };
const over = { side: 'above', align: 'center', direction: 'ltr', gap: 4, edge: 4 } as const;
const under = { side: 'below', align: 'end', direction: 'ltr', gap: 4, edge: 4 } as const;

describe('a card beside its anchor', () => {
  it('stands over the middle of it', () => {
    expect(besideAnchor({ left: 100, top: 200, width: 40, height: 16 }, card, page, over)).to.deep.equal({ left: 70, top: 136 });
  });

  it('goes to the other side where there is no room', () => {
    expect(besideAnchor({ left: 100, top: 20, width: 40, height: 16 }, card, page, over).top).to.equal(40);
    expect(besideAnchor({ left: 200, top: 360, width: 24, height: 24 }, card, page, under).top).to.equal(296);
  });

  it('never leaves the window', () => {
    expect(besideAnchor({ left: 300, top: 200, width: 20, height: 16 }, card, page, over).left).to.equal(216);
    expect(besideAnchor({ left: 0, top: 200, width: 4, height: 16 }, card, page, over).left).to.equal(4);
  });

  it('stands beside the end of it in reading direction where there is room, else on the other sides', () => {
    const beside = { ...over, side: 'beside' } as const;
    const anchor = { left: 120, top: 200, width: 60, height: 16 };
    expect(besideAnchor(anchor, card, page, beside)).to.deep.equal({ left: 184, top: 200 });
    expect(besideAnchor(anchor, card, page, { ...beside, direction: 'rtl' })).to.deep.equal({ left: 16, top: 200 });
    expect(besideAnchor({ ...anchor, top: 380 }, card, page, beside), 'no lower than the window').to.deep.equal({ left: 184, top: 336 });
    expect(besideAnchor({ ...anchor, width: 100 }, card, page, beside), 'below').to.deep.equal({ left: 120, top: 220 });
    expect(besideAnchor({ ...anchor, width: 100, top: 360 }, card, page, beside), 'above').to.deep.equal({ left: 120, top: 296 });
  });

  it('aligns ends in reading direction', () => {
    const anchor = { left: 200, top: 20, width: 24, height: 24 };
    expect(besideAnchor(anchor, card, page, under)).to.deep.equal({ left: 124, top: 48 });
    expect(besideAnchor(anchor, card, page, { ...under, direction: 'rtl' }).left).to.equal(200);
  });
});
