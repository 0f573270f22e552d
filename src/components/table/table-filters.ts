import { msg } from '../../localize/msg.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { dictionaryEntry } from '../../metrics/dictionary.js';
import { periodRange, startOfPeriod } from '../../metrics/period.js';
import type { Clause, Predicate, Unit, Value } from '../../metrics/types.js';
import { closeOnEscape, closeOnLeave, closeOnPressOutside } from '../base/focus/disclosure.js';
import { fieldLabel } from '../base/text/field-label.js';
import { choiceText } from '../base/text/field-unit.js';
import { OPEN_END, OPEN_START } from '../base/clauses/open-range.js';

/** A field that rows can be filtered by: a range of numbers, one of its values, or instants since a day. */
export interface TableFilter {
  readonly field: string;
  readonly kind: 'number' | 'value' | 'since';
}

/** What stands in the card of filters. */
export interface FilterCard {
  readonly filters: readonly TableFilter[];
  /** What is set of a field. */
  readonly of: (field: string) => Clause | undefined;
  /** Values of a field to choose from. */
  readonly options: (field: string) => readonly Value[];
  readonly timezone: string;
}

/** Sets a predicate of a field; undefined clears it. */
export type SetFilter = (field: string, predicate: Omit<Predicate, 'field'> | undefined) => void;

/** So little above a number that no reader tells it apart, that ranges, which leave their end out, have it. */
const HAIR = 2 ** -46;

/** A button that opens the filters of a table. */
export function renderFilterCard(card: FilterCard, set: SetFilter): TemplateResult {
  return html` <details class="drop" @keydown=${closeOnEscape} @focusout=${closeOnLeave} @toggle=${closeOnPressOutside}>
    <summary class="tool">${msg('Filters', { id: 'table-filters.title' })}</summary>
    <div class="drop-card around">
      <div class="filters">
        ${card.filters.map((filter) => renderFilter(filter, card, set))}
        <p class="about">${msg('Rows whose number is not known match no range.', { id: 'table-filters.unknown' })}</p>
      </div>
    </div>
  </details>`;
}

function renderFilter({ field, kind }: TableFilter, card: FilterCard, set: SetFilter): TemplateResult {
  const label = fieldLabel(field);
  if (kind === 'value') return renderValues(field, label, card, set);
  if (kind === 'since') return renderSince(field, label, card, set);
  const scale = scaleOf(field);
  const ends = endsOf(card.of(field)?.range, scale);
  const change = (at: 0 | 1, text: string): void => {
    const now = endsOf(card.of(field)?.range, scale);
    const [from, to] = now.map((end, which) => (which === at ? numberIn(text) : end));
    set(field, rangeOf(from, to, scale));
  };
  const input = (at: 0 | 1, name: string): TemplateResult =>
    html`<label
      ><span class="about">${name}</span
      ><input
        type="number"
        inputmode="decimal"
        step="any"
        data-field=${field}
        .value=${ends[at] === undefined ? '' : String(ends[at])}
        @change=${(event: Event) => change(at, (event.target as HTMLInputElement).value)}
    /></label>`;
  return html` <fieldset>
    <legend>${unitLabel(field, label)}</legend>
    ${input(0, msg('at least', { id: 'table-filters.least' }))}${input(1, msg('at most', { id: 'table-filters.most' }))}
  </fieldset>`;
}

function renderValues(field: string, label: string, { of, options }: FilterCard, set: SetFilter): TemplateResult {
  const chosen = of(field)?.in?.[0];
  const offered = options(field).filter((value): value is string => typeof value === 'string');
  return html` <label class="one"
    ><span>${label}</span
    ><select
      data-field=${field}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        set(field, value === '' ? undefined : { in: [value] });
      }}
    >
      <option value="" .selected=${chosen === undefined}>${msg('All', { id: 'filter-bar.all' })}</option>
      ${offered.map((value) => html`<option dir="auto" value=${value} .selected=${value === chosen}>${choiceText(field, value)}</option>`)}
    </select></label
  >`;
}

function renderSince(field: string, label: string, { of, timezone }: FilterCard, set: SetFilter): TemplateResult {
  const from = of(field)?.range?.[0];
  return html` <label class="one"
    ><span>${label}, ${msg('since', { id: 'table-filters.since' })}</span
    ><input
      type="date"
      data-field=${field}
      .value=${from === undefined ? '' : startOfPeriod(from, 'day', timezone)}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        set(field, value === '' ? undefined : { range: [periodRange(value, 'day', timezone)[0], OPEN_END] });
      }}
  /></label>`;
}

/** From and to, both included, as a range, which leaves its end out; undefined where both are open. */
export function rangeOf(
  from: number | undefined,
  to: number | undefined,
  scale = 1,
): { readonly range: readonly [number, number] } | undefined {
  if (from === undefined && to === undefined) return undefined;
  const end = to === undefined ? OPEN_END : to / scale;
  return { range: [from === undefined ? OPEN_START : from / scale, end >= OPEN_END ? end : end + Math.max(1, Math.abs(end)) * HAIR] };
}

/** The other way round. */
export function endsOf(range: Predicate['range'], scale = 1): readonly [number | undefined, number | undefined] {
  const shown = (end: number): number => Math.round(end * scale * 1e6) / 1e6;
  const [from = OPEN_START, to = OPEN_END] = range ?? [];
  return [from <= OPEN_START ? undefined : shown(from), to >= OPEN_END ? undefined : shown(to)];
}

function numberIn(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

/** Shares are entered in percent. */
function scaleOf(field: string): number {
  return unitOf(field) === 'fraction' ? 100 : 1;
}

function unitLabel(field: string, label: string): string {
  const unit = unitOf(field);
  if (unit === 'fraction') return `${label} (%)`;
  return unit === 'seconds' ? `${label} (${msg('seconds', { id: 'export.unit.seconds' })})` : label;
}

function unitOf(field: string): Unit | undefined {
  return dictionaryEntry(field.includes('.') ? field : `explorations.${field}`)?.unit;
}
