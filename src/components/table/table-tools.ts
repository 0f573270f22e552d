import { msg } from '../../localize/msg.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { closeOnEscape, closeOnLeave, closeOnPressOutside } from '../base/focus/disclosure.js';
import { fieldLabel } from '../base/text/field-label.js';

/** A column that may be shown, and whether it is. */
export interface ColumnChoice {
  readonly column: string;
  readonly isShown: boolean;
}

/**
 * A field to search rows by, with what is sought; what is typed stays in the element. `placeholder` is shown where it is shorter than the
 * label.
 */
export function renderSearch(label: string, sought: string, search: (text: string) => void, placeholder = label): TemplateResult {
  return html` <label class="search">
    <span class="visually-hidden">${label}</span>
    <input
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder}
      .value=${live(sought)}
      @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    />
  </label>`;
}

/** Whether a reader is in the tools of a table: then they stay, who would lose the focus otherwise. */
export function toolsHaveFocus({ shadowRoot }: Element): boolean {
  return Boolean(shadowRoot?.activeElement?.closest('.tools'));
}

/** A button that opens a list of columns, each to be shown or not. */
export function renderColumnChoice(columns: readonly ColumnChoice[], show: (column: string, isShown: boolean) => void): TemplateResult {
  return html` <details class="drop" @keydown=${closeOnEscape} @focusout=${closeOnLeave} @toggle=${closeOnPressOutside}>
    <summary class="tool">${msg('Columns', { id: 'learner-tools.columns' })}</summary>
    <fieldset class="drop-card">
      <legend class="visually-hidden">${msg('Columns that are shown', { id: 'learner-tools.columns-shown' })}</legend>
      ${columns.map(
        ({ column, isShown }) =>
          html` <label class="check">
            <input
              type="checkbox"
              .checked=${isShown}
              @change=${(event: Event) => show(column, (event.target as HTMLInputElement).checked)}
            />
            <bdi>${fieldLabel(column)}</bdi>
          </label>`,
      )}
    </fieldset>
  </details>`;
}
