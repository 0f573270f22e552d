import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { GRAINS } from '../../metrics/period.js';
import type { Grain } from '../../metrics/types.js';
import { closeOnEscape, closeOnLeave, closeOnPressOutside } from '../base/focus/disclosure.js';
import { grainName } from '../base/text/grain-name.js';
import type { DateRange } from './date-range.js';

/** One of several values, or all of them. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** The chosen value; '' for all. */
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  /** What '' stands for; left out where there is no such choice. */
  readonly all?: string;
  /** Whether the options are still to come: nothing can be chosen yet. */
  readonly isAwaited?: boolean;
}

/** A labelled select. A chosen value stays among the options, even where other filters leave it out. */
export function renderChoice(
  { id, label, chosen, options, all, isAwaited = false }: Choice,
  choose: (value: string) => void,
): TemplateResult {
  const offered = chosen === '' || options.some(([value]) => value === chosen) ? options : [[chosen, chosen] as const, ...options];
  return html` <label class="control">
    <span class="label">${label}</span>
    <select data-control=${id} ?disabled=${isAwaited} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${all === undefined ? nothing : html`<option value="" .selected=${chosen === ''}>${all}</option>`}
      ${offered.map(([value, text]) => html`<option dir="auto" value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </label>`;
}

/** The grains by which time axes can be read. */
export function grains(): readonly (readonly [Grain, string])[] {
  return GRAINS.map((grain) => [grain, grainName(grain)]);
}

/** What is wrong with a range of days; undefined where nothing is. One that `isNeeded` has both. */
export function rangeFault({ from, to }: DateRange, isNeeded = false): string | undefined {
  if (from !== '' && to !== '' && from > to) return msg('The first day comes after the last.', { id: 'dates.backward' });
  return isNeeded && (from === '' || to === '') ? msg('Set the first and the last day.', { id: 'dates.missing' }) : undefined;
}

/** Two date inputs, both days included. `id` tells them from others. */
export function renderDates(
  id: string,
  range: DateRange,
  legend: string,
  change: (range: DateRange) => void,
  fault = rangeFault(range),
): TemplateResult {
  const faultId = fault === undefined ? undefined : `${id}-fault`;
  return html` <fieldset class="control dates">
    <legend class="label">${legend}</legend>
    ${renderDate(msg('From', { id: 'dates.from' }), range.from, (from) => change({ ...range, from }), faultId)}
    <span aria-hidden="true">–</span>
    ${renderDate(msg('To', { id: 'dates.to' }), range.to, (to) => change({ ...range, to }), faultId)}
    ${fault === undefined ? nothing : html`<span class="fault" id=${`${id}-fault`}>${fault}</span>`}
  </fieldset>`;
}

/** What is said of a number of days that is none. */
export function daysFault(): string {
  return msg('Set a number of days, 0 or more.', { id: 'filter-bar.days-fault' });
}

/**
 * A number of days; '' goes back to what the host has set. What was typed and is no number of days stays, with what is wrong: `change` is
 * told '' is meant only where the field is empty.
 */
export function renderDays(
  days: string,
  { isFixed, isFault }: { readonly isFixed: boolean; readonly isFault: boolean },
  change: (text: string, isRead: boolean) => void,
): TemplateResult {
  const changed = ({ target }: Event): void => {
    const { value, validity } = target as HTMLInputElement;
    change(value, !validity.badInput);
  };
  // A field that said nothing readable and is emptied has not changed for the browser.
  const left = (event: Event): void => {
    const { value, validity } = event.target as HTMLInputElement;
    if (isFault && value === '' && !validity.badInput) changed(event);
  };
  return html` <div class="control">
    <label class="label" for="days">${msg('Days not seen', { id: 'filter-bar.inactive-days' })}</label>
    <input
      id="days"
      type="number"
      min="0"
      step="1"
      inputmode="numeric"
      data-control="inactive-days"
      aria-invalid=${isFault ? 'true' : nothing}
      aria-describedby=${isFault ? 'days-fault' : nothing}
      .value=${live(days)}
      ?disabled=${isFixed}
      @change=${changed}
      @blur=${left}
    />
    ${isFault ? html`<span class="fault" id="days-fault">${daysFault()}</span>` : nothing}
  </div>`;
}

/**
 * Ranges of days that do not count as inactive: those that are set, and one to be added, of which both days are needed once that was tried.
 */
export function renderBreaks(
  breaks: readonly (readonly [string, string])[],
  added: DateRange,
  isFixed: boolean,
  isNeeded: boolean,
  on: {
    readonly write: (day: string) => string;
    readonly change: (range: DateRange) => void;
    readonly add: () => void;
    readonly remove: (at: number) => void;
  },
): TemplateResult {
  const count = breaks.length;
  const summary =
    count === 0 ? msg('No breaks', { id: 'breaks.none' }) : msg(plural(count, '1 break', str`${count} breaks`), { id: 'breaks.count' });
  if (isFixed) return html``;
  return html` <div class="control">
    <span class="label" id="breaks-label">${msg('Breaks', { id: 'breaks.label' })}</span>
    <details class="breaks" @keydown=${closeOnEscape} @focusout=${closeOnLeave} @toggle=${closeOnPressOutside}>
      <summary aria-describedby="breaks-label">${summary}</summary>
      <div class="break-card">
        <p><bdi>${msg('Days inside a break do not count as not seen.', { id: 'breaks.help' })}</bdi></p>
        ${breaks
          .map((range) => range.map(on.write))
          .map(
            ([from = '', to = ''], at) =>
              html` <div class="break">
                <bdi>${from} – ${to}</bdi>
                <button
                  type="button"
                  class="link"
                  aria-label=${msg(str`Remove the break ${from} – ${to}`, { id: 'breaks.remove-label' })}
                  @click=${() => on.remove(at)}
                >
                  ${msg('Remove', { id: 'breaks.remove' })}
                </button>
              </div>`,
          )}
        ${renderDates('break', added, msg('Another break', { id: 'breaks.another' }), on.change, rangeFault(added, isNeeded))}
        <button type="button" class="button" @click=${on.add}>${msg('Add break', { id: 'breaks.add' })}</button>
      </div>
    </details>
  </div>`;
}

function renderDate(label: string, value: string, change: (value: string) => void, faultId: string | undefined): TemplateResult {
  return html` <input
    type="date"
    aria-label=${label}
    aria-invalid=${faultId === undefined ? nothing : 'true'}
    aria-describedby=${faultId ?? nothing}
    .value=${live(value)}
    @change=${(event: Event) => change((event.target as HTMLInputElement).value)}
  />`;
}
