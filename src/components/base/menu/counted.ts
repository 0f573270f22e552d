import { msg, str } from '../../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { localEntryOf } from '../../../localize/definitions.js';
import { definitionsMissing } from '../../../localize/definitions-missing.js';
import type { ViewData } from '../../../workers/connect.js';
import { focusForNow } from '../focus/focus-for-now.js';

/** What is explained: the numbers of a widget, of which `about` names the one that was asked for. */
export interface Explanation {
  readonly about?: readonly string[];
}

/** Gives the focus to what is explained, all of which comes into sight if there is room. */
export function goToCounted(root: ParentNode, { about }: Explanation): void {
  const to = root.querySelector<HTMLElement>(about === undefined ? '#counted' : '#asked');
  if (to === null) return;
  focusForNow(to);
  to.closest('section')?.scrollIntoView({ block: 'nearest' });
}

/**
 * What each number and column of a widget means, from the dictionary, under its drawing; nothing while nothing is explained, and a
 * sentence instead where it is not there. The entry that was asked for stands first, and may be of a number that is not shown.
 */
export function renderCounted(
  explanation: Explanation | undefined,
  result: ViewData | undefined,
  names: readonly string[],
  close: () => void,
): TemplateResult | typeof nothing {
  if (explanation === undefined) return nothing;
  const ids = names.flatMap((name) => result?.columns.find((column) => column.name === name)?.meaning ?? []);
  const asked = explanation.about?.find((id) => localEntryOf(id) !== undefined);
  const all = asked === undefined ? ids : [asked, ...ids.filter((id) => id !== asked)];
  const meanings = all.flatMap((id) => localEntryOf(id) ?? []);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return html` <section part="counted" class="counted" aria-labelledby="counted" @keydown=${onKey}>
    <div class="counted-head">
      <p id="counted" class="counted-title" tabindex="-1">${msg('How this is counted', { id: 'menu.counted-title' })}</p>
      <button type="button" class="link" @click=${close}>${msg('Close', { id: 'action.close' })}</button>
    </div>
    ${meanings.length === 0 ? html`<p>${definitionsMissing()}</p>` : nothing}
    <dl>
      ${meanings.map(
        ({ id, label, definition, formula, edgeCases }) =>
          html`<dt id=${id === asked ? 'asked' : nothing} tabindex=${id === asked ? -1 : nothing}>${label}</dt>
            <dd>${definition} ${msg(str`Formula: ${formula}.`, { id: 'counted.formula' })} ${edgeCases.join(' ')}</dd>`,
      )}
    </dl>
  </section>`;
}
