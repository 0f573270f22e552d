import type { LitElement } from 'lit';

/** Gives an element that was moved into another document its styles again: browsers drop sheets that were made in the one before. */
export function restyle(element: LitElement): void {
  const { shadowRoot, ownerDocument } = element;
  const view = ownerDocument.defaultView;
  if (view === null || shadowRoot === null || !('adoptedStyleSheets' in shadowRoot)) return;
  const sheet = new view.CSSStyleSheet();
  const { elementStyles } = element.constructor as typeof LitElement;
  sheet.replaceSync(elementStyles.map((style) => ('cssText' in style ? style.cssText : '')).join('\n'));
  shadowRoot.adoptedStyleSheets = [sheet];
}

/** The root of an element that is first drawn in another document than this one, whose sheets it could not take there. */
export function rootElsewhere(element: LitElement): ShadowRoot | undefined {
  if (element.ownerDocument === document) return undefined;
  const root = element.attachShadow({ mode: 'open' });
  restyle(element);
  return root;
}
