import { fixture, nextFrame } from '@open-wc/testing';
import { ALWAYS } from '../../stories/support/state-names.js';
import { statesOf } from '../../stories/support/states.js';
import { waitUntil } from '../support/wait-until.js';

type Args = Readonly<Record<string, unknown>>;

interface StoryContext {
  readonly args: Args;
}

interface Annotations {
  readonly args?: Args;
  readonly parameters?: Args;
  readonly render?: (args: Args, context: StoryContext) => unknown;
  readonly play?: (context: StoryContext & { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** A module of stories: `default` says what holds for all of them. */
export interface StoryModule {
  readonly default: Annotations & { readonly title: string; readonly component: string };
  readonly [story: string]: Annotations;
}

/** The modules of stories in these files, each with the stories of its tag's states. */
export async function storyModules(files: readonly string[]): Promise<readonly StoryModule[]> {
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(`/${file}`)) as StoryModule;
      return { ...module, ...statesOf(module.default) };
    }),
  );
}

/** States that the shell draws whatever the tag; how Arabic fits is each tag's own. */
const OF_SHELL: readonly string[] = ALWAYS.filter((state) => state !== 'RightToLeft');

/** Whether a story of the module at a place shows what those before it do not: its own, or in the first of all what the shell draws. */
export function isNew(story: string, place: number): boolean {
  return place === 0 || !OF_SHELL.includes(story);
}

/** Renders a story as Storybook would, plays it, and answers its element once no widget in it is busy any more. */
export async function runStory(module: StoryModule, name: string): Promise<Element> {
  const all = module.default;
  const story = module[name];
  if (story === undefined) throw new Error(`${all.title} has no story "${name}".`);
  const args = { ...all.args, ...story.args };
  const render = story.render ?? all.render;
  if (render === undefined) throw new Error(`${all.title}: ${name} has no render function.`);

  const parent = document.createElement('main');
  const element = await fixture(render(args, { args }) as Element, { parentNode: parent });
  if (story.parameters?.['isUnderWay'] === true) await nextFrame();
  else await waitUntil(() => !isBusy(parent), `${all.title}: ${name} is still busy`, { timeout: 10_000 });
  await (story.play ?? all.play)?.({ args, canvasElement: parent });
  return element;
}

/** Whether anything below, inside shadow roots too, is marked as busy. */
function isBusy(root: ParentNode): boolean {
  return [...root.querySelectorAll('*')].some(
    (element) => element.getAttribute('aria-busy') === 'true' || (element.shadowRoot !== null && isBusy(element.shadowRoot)),
  );
}
