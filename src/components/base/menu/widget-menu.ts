import { msg, str } from '../../../localize/msg.js';
import { exportItems } from './exporting.js';
import type { ExportingElement, ExportingWidget } from './exporting.js';
import { formatAge } from '../text/format.js';
import type { MenuItem } from './menu.js';
import { copyLink, fillScreen, fillsScreen } from '../address/share.js';

/** What the ⋮ menu of a widget needs of it. */
export interface MenuWidget extends ExportingWidget {
  readonly element: ExportingWidget['element'] & ExportingElement & Parameters<typeof copyLink>[0];
  /** Entries about the view itself. */
  readonly own: readonly MenuItem[];
  /** Shows what each number means. */
  readonly explain: () => unknown;
}

/** Entries that every widget has in every state: fetching anew, with the age of the data (epoch ms), and the whole screen. */
export function viewItems(
  element: HTMLElement & { refresh(options: { force: boolean }): Promise<void> },
  generatedAt: number | undefined,
  language: string,
): readonly MenuItem[] {
  const seconds = (Date.now() - (generatedAt ?? NaN)) / 1000;
  // Clocks are a little apart; data of a later time than that are of unknown age.
  const age = seconds > -60 ? formatAge(seconds, language) : undefined;
  const detail = age === undefined ? {} : { detail: msg(str`Fetched ${age}`, { id: 'menu.fetched' }) };
  const screen = fillsScreen(element)
    ? msg('Leave full screen', { id: 'menu.leave-full-screen' })
    : msg('Full screen', { id: 'menu.full-screen' });
  return [
    { label: msg('Force refresh', { id: 'menu.refresh' }), ...detail, act: () => void element.refresh({ force: true }) },
    ...(document.fullscreenEnabled ? [{ label: screen, act: () => void fillScreen(element) }] : []),
  ];
}

/** The menu of a widget that has data: its own entries, what its numbers mean, files, the link. */
export function widgetMenu(widget: MenuWidget): readonly MenuItem[] {
  const { own, element, explain, say } = widget;
  return [
    ...own,
    { label: msg('How is this counted?', { id: 'menu.counted' }), act: () => void explain() },
    ...exportItems(widget),
    { label: msg('Copy link', { id: 'menu.link' }), act: () => void copyLink(element).then(say) },
  ];
}
