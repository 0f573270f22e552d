import { msg } from '../../localize/msg.js';
import { speakAs } from './locale.js';
import type { PageDataset } from './page-dataset.js';
import { addressParameter, addressWith, encodeState } from './state-address.js';
import { datasetState, isUnset } from './state-snapshot.js';

/** The element of a page, whose dataset it is, that keeps its state in the address. */
interface Keeper {
  readonly urlState?: boolean;
  readonly id: string;
  readonly pageDataset: PageDataset | undefined;
}

/** The page's address with what is set on an element's dataset, as an element with `url-state` reads it. */
function linkTo(element: HTMLElement & Keeper): string {
  const keeper = [element, ...ancestorsOf(element)].find((other) => (other as Partial<Keeper>).urlState === true) ?? element;
  const state = datasetState(element.pageDataset);
  return addressWith(location.href, addressParameter(keeper.id), isUnset(state) ? undefined : encodeState(state));
}

/** Copies the address of the page with all that is set, which a page with `url-state` sets again. Gives a sentence on what came of it. */
export async function copyLink(element: HTMLElement & Keeper): Promise<string> {
  const copied = await navigator.clipboard?.writeText(linkTo(element)).then(
    () => true,
    () => false,
  );
  speakAs(element);
  return copied === true
    ? msg('Link copied', { id: 'menu.link-copied' })
    : msg('The browser did not let the link be copied.', { id: 'menu.link-not-copied' });
}

/** Whether an element fills the screen; inside of another's shadow tree its own tree alone tells. */
export function fillsScreen(element: Element): boolean {
  return (element.getRootNode() as Document | ShadowRoot).fullscreenElement === element;
}

/** Shows an element on the whole screen, or no longer. A browser that refuses leaves it as it is. */
export async function fillScreen(element: Element): Promise<void> {
  if (fillsScreen(element)) await document.exitFullscreen();
  else await element.requestFullscreen().catch(() => undefined);
}

/** Elements around one, also outside of the shadow trees that it stands in. */
function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at !== null;) {
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    if (at !== null) found.push(at);
  }
  return found;
}
