import { ALWAYS, NAMES } from '../stories/support/state-names.js';

interface Annotations {
  readonly title?: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly render?: (args: Readonly<Record<string, unknown>>) => HTMLElement;
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

type StoryModule = Readonly<Record<string, Annotations>>;

/** Where Storybook writes the names of stories in their order. */
const ORDER = '__namedExportsOrder';

const modules = import.meta.glob<StoryModule>('../stories/*.stories.ts', { eager: true });

/** All stories in one page, a row a tag; a widget is drawn when it comes near. */
export function fillGallery(page: HTMLElement): void {
  if (page.childElementCount > 0) return;
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        target.dispatchEvent(new Event('near'));
      }
    },
    { rootMargin: '200px' },
  );
  for (const module of Object.values(modules)) page.append(rowOf(module, near));
}

function rowOf(module: StoryModule, near: IntersectionObserver): HTMLElement {
  const row = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = module['default']?.title ?? '';
  const cells = document.createElement('div');
  cells.className = 'gallery-row';
  for (const [name, story] of inOrder(module)) cells.append(cellOf(name, story, module['default'], near));
  row.append(title, cells);
  return row;
}

/** What shows a tag with its data, then its states, in one order for all tags. */
function inOrder(module: StoryModule): readonly (readonly [string, Annotations])[] {
  const states: readonly string[] = [...Object.values(NAMES), ...ALWAYS];
  const named = module[ORDER] as unknown as readonly string[] | undefined;
  const names = named ?? Object.keys(module).filter((name) => name !== 'default');
  const all = names.flatMap((name) => (module[name] === undefined ? [] : [[name, module[name]] as const]));
  return [...all.filter(([name]) => !states.includes(name)), ...states.flatMap((state) => all.filter(([name]) => name === state))];
}

function cellOf(name: string, story: Annotations, meta: Annotations | undefined, near: IntersectionObserver): HTMLElement {
  const cell = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  cell.append(caption);
  cell.addEventListener('near', () => {
    const args = { ...meta?.args, ...story.args };
    const element = (story.render ?? meta?.render)?.(args);
    if (element === undefined) return;
    cell.append(element);
    void story.play?.({ canvasElement: cell }).catch(() => undefined);
  });
  near.observe(cell);
  return cell;
}
