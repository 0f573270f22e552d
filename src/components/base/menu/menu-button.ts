import { msg, str } from '../../../localize/msg.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { MenuController, MenuItem } from './menu.js';

/** The ⋮ button of what bears that title, with its entries; see `MenuController`. */
export function renderMenu(menu: MenuController, heading: string, items: () => readonly MenuItem[]): TemplateResult {
  const dots = html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="3" r="1.5"></circle>
    <circle cx="8" cy="8" r="1.5"></circle>
    <circle cx="8" cy="13" r="1.5"></circle>
  </svg>`;
  return menu.render(msg(str`Menu of ${heading}`, { id: 'menu.label' }), dots, items);
}
