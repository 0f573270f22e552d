import { msg } from '../../../localize/msg.js';
import { speakAs } from '../text/locale.js';
import { addressParameter, addressWith, encodeState } from './state-address.js';
import { keepersOf } from './state-controller.js';
import type { StatefulHost } from './state-controller.js';
import { isUnset } from './state-snapshot.js';

/** An element whose dataset a link is about. */
type Shared = HTMLElement & Pick<StatefulHost, 'pageDataset' | 'getState'>;

/** The page's address with what is set on a dataset, as those of its elements read it that keep their state there. */
function linkTo(keepers: readonly StatefulHost[]): string {
  return keepers.reduce((href, keeper) => {
    const state = keeper.getState();
    return addressWith(href, addressParameter(keeper.id), isUnset(state) ? undefined : encodeState(state));
  }, location.href);
}

/** Whether a link has all that is set: nobody may keep it there, and what would name a person is in no address. */
function isWhole(element: Shared, keepers: readonly StatefulHost[]): boolean {
  const state = element.getState();
  return state.clauses.length === (element.pageDataset?.clauses.all.length ?? 0) && (keepers.length > 0 || isUnset(state));
}

/**
 * Copies the address of the page with what is set on the element's dataset, where an element of the page with `url-state` keeps it there,
 * else the address as it is. Gives a sentence on what came of it.
 */
export async function copyLink(element: Shared): Promise<string> {
  const keepers = keepersOf(element.pageDataset);
  const all = isWhole(element, keepers);
  const copied = await navigator.clipboard?.writeText(linkTo(keepers)).then(
    () => true,
    () => false,
  );
  speakAs(element);
  if (copied !== true) return msg('The browser did not let the link be copied.', { id: 'menu.link-not-copied' });
  return all
    ? msg('Link copied', { id: 'menu.link-copied' })
    : msg('Link copied. Not all that is set here is in it.', { id: 'menu.link-in-part' });
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
