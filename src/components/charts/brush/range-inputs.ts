import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One option of a list to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled list to choose one of. */
export function renderChoice(label: string, choices: readonly Choice[], chosen: string, choose: (value: string) => void): TemplateResult {
  return html` <label class="field"
    ><span>${label}</span>
    <select .value=${live(chosen)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${choices.map(({ value, label: name }) => html`<option dir="auto" value=${value} ?selected=${value === chosen}>${name}</option>`)}
    </select>
  </label>`;
}

/** A labelled number between two others; what is none is not chosen. */
export function renderNumber(
  label: string,
  { value, least, most }: { readonly value: number; readonly least: number; readonly most: number },
  choose: (value: number) => void,
): TemplateResult {
  const change = (event: Event): void => {
    const { valueAsNumber } = event.target as HTMLInputElement;
    if (Number.isFinite(valueAsNumber)) choose(Math.max(least, Math.min(most, Math.round(valueAsNumber))));
  };
  return html` <label class="field"
    ><span>${label}</span>
    <input type="number" inputmode="numeric" min=${least} max=${most} .value=${live(String(value))} @change=${change} />
  </label>`;
}
