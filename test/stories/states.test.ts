import { expect, nextFrame } from '@open-wc/testing';
import { violationsOf } from '../support/axe.js';
import { runStory, storyModules } from './run-story.js';
import { waitUntil } from '../support/wait-until.js';

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];
const modules = await storyModules(files);

/** What a reader does to a widget, one after the other; each answers whether the widget offers that at all. */
const STEPS: readonly (readonly [string, (element: Element) => boolean | Promise<boolean>])[] = [
  ['with its menu open', (element) => click(element, '.more')],
  ['with what its numbers mean', (element) => choose(element, /How is this counted/)],
  ['with a mark chosen', (element) => click(element, '[role=option]')],
  ['with a row chosen', (element) => click(element, '[role=rowheader]')],
  ['as a table', (element) => choose(element, /View as table/)],
];

describe('what a reader does to a widget leaves it accessible', () => {
  for (const module of modules) {
    if (!('Example' in module)) continue;
    it(module.default.title, async () => {
      const element = await runStory(module, 'Example');
      if (element.shadowRoot === null) return;
      for (const [state, act] of STEPS) {
        if (!(await act(element))) continue;
        await nextFrame();
        await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy=true]') === null, 'still busy', { timeout: 10_000 });
        expect(await violationsOf(element, 'all'), state).to.deep.equal([]);
      }
    });
  }
});

function click(element: Element, selector: string): boolean {
  const found = element.shadowRoot?.querySelector(selector);
  found?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  return found !== null && found !== undefined;
}

async function choose(element: Element, entry: RegExp): Promise<boolean> {
  const items = () => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  if (items().length === 0 && !click(element, '.more')) return false;
  await nextFrame();
  const item = items().find(({ textContent }) => entry.test(textContent));
  item?.click();
  return item !== undefined;
}
