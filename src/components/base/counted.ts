import { msg, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { definitionsMissing, localEntryOf } from '../../localize/definitions.js';
import type { ViewData } from '../../workers/connect.js';

export { loadDefinitions } from '../../localize/definitions.js';

/** What each number and column of a widget means, from the dictionary, under its drawing; nothing while it is not `shown`, and a sentence instead where it is not there. */
export function renderCounted(
  shown: boolean,
  result: ViewData,
  names: readonly string[],
  close: () => void,
): TemplateResult | typeof nothing {
  if (!shown) return nothing;
  const meanings = names.flatMap((name) => {
    const found = result.columns.find((column) => column.name === name);
    const entry = found === undefined ? undefined : localEntryOf(found.meaning);
    return entry === undefined ? [] : [entry];
  });
  return html` <section part="counted" class="counted" aria-labelledby="counted">
    <div class="counted-head">
      <p id="counted" class="counted-title" tabindex="-1">${msg('How this is counted', { id: 'menu.counted-title' })}</p>
      <button type="button" class="link" @click=${close}>${msg('Close', { id: 'action.close' })}</button>
    </div>
    ${meanings.length === 0 ? html`<p>${definitionsMissing()}</p>` : nothing}
    <dl>
      ${meanings.map(
        ({ label, definition, formula, edgeCases }) =>
          html`<dt>${label}</dt>
            <dd>${definition} ${msg(str`Formula: ${formula}.`, { id: 'counted.formula' })} ${edgeCases.join(' ')}</dd>`,
      )}
    </dl>
  </section>`;
}
