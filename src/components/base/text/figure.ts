import { msg } from '../../../localize/msg.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { UNKNOWN } from './format.js';

/** A number as it is written; undefined, one that is not known, is a dash to see and words to hear. */
export function renderFigure(figure: string | undefined): TemplateResult | string {
  if (figure !== undefined) return figure;
  const unknown = msg('not known', { id: 'value.unknown' });
  return html`<span aria-hidden="true">${UNKNOWN}</span><span class="visually-hidden">${unknown}</span>`;
}
