import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { violationsOf } from '../support/axe.js';
import { isChromium } from '../support/engine.js';
import { isNew, runStory, storyModules } from './run-story.js';

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];

const COLOURS = isChromium ? 'light, dark, in forced colours, and ' : '';

/** Tests each story of the files that `among` accepts; in other engines than Chromium what the shell draws in the first of them alone. */
export async function testStories(among: RegExp): Promise<void> {
  const modules = await storyModules(files.filter((file) => among.test(file)));
  for (const [place, module] of modules.entries()) {
    const stories = Object.keys(module).filter((key) => key !== 'default');
    describe(module.default.title, () => {
      for (const name of stories.filter((story) => isChromium || isNew(story, place))) {
        it(`${name} is accessible: ${COLOURS}at 320 px from right to left`, async () => {
          const element = await runStory(module, name);
          const page = element.closest('main');
          if (page === null) throw new Error('A story is drawn into a main.');
          if (isChromium) await inEachColour(page);
          page.dir = 'rtl';
          page.style.setProperty('inline-size', '320px');
          page.style.setProperty('overflow', 'auto');
          await nextFrame();
          await nextFrame();
          expect(page.scrollWidth, 'nothing stands out of 320 px').to.be.at.most(page.clientWidth);
          expect(await violationsOf(page, 'layout'), 'at 320 px from right to left').to.deep.equal([]);
          expect(moving(page), 'nothing moves where motion is not wanted').to.deep.equal([]);
        });
      }
    });
  }
}

/** What moves; text that comes after a while does not. */
function moving(page: Element): readonly string[] {
  return document
    .getAnimations()
    .filter(
      ({ effect }) => effect instanceof KeyframeEffect && page.contains(hostOf(effect.target)) && Number(effect.getTiming().duration) > 0,
    )
    .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : 'a transition'));
}

function hostOf(element: Element | null): Element | null {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot ? hostOf(root.host) : element;
}

/** What is wrong in a document or in its colours is so in every engine, as the styles are. */
async function inEachColour(page: HTMLElement): Promise<void> {
  expect(await violationsOf(page), 'light').to.deep.equal([]);
  page.style.setProperty('color-scheme', 'dark');
  page.style.setProperty('background', 'Canvas');
  page.style.setProperty('color', 'CanvasText');
  expect(await violationsOf(page, 'colours'), 'dark').to.deep.equal([]);
  if (await executeServerCommand('forced-colors', true)) {
    expect(matchMedia('(forced-colors: active)').matches, 'the colours are forced').to.equal(true);
    const found = await violationsOf(page, 'colours');
    await executeServerCommand('forced-colors', false);
    expect(found, 'in forced colours').to.deep.equal([]);
  }
}
