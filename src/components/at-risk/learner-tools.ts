import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { closeOnEscape, closeOnLeave, closeOnPressOutside } from '../base/disclosure.js';
import { formatNumber } from '../base/format.js';
import { renderColumnChoice, renderSearch } from '../table/table-tools.js';
import type { ColumnChoice } from '../table/table-tools.js';
import type { MailBatch } from './mail-batches.js';

/** What stands above the list of learners. */
export interface LearnerTools {
  readonly locale: string;
  /** Columns that may be shown, and whether they are. */
  readonly columns: readonly ColumnChoice[];
  /** Learners that actions are about: the chosen ones, else all of the list; undefined while no list is there. */
  readonly targets: number | undefined;
  readonly isChoice: boolean;
  /** Whether this site shares addresses. */
  readonly hasAddresses: boolean;
  /** Links to write to all, once they were asked for. */
  readonly mail: readonly MailBatch[] | undefined;
  readonly contact: boolean;
}

/** What the reader does with them. */
export interface LearnerActions {
  readonly search: (text: string) => void;
  readonly showColumn: (column: string, isShown: boolean) => void;
  readonly selectShown: () => void;
  readonly copy: () => void;
  readonly openMail: () => void;
  readonly contact: () => void;
}

/** The same with learners to act on. */
type Targeted = LearnerTools & { readonly targets: number };

/** Links to batches that are listed; more learners than these are better written to by other means. */
const MOST_BATCHES = 20;

/** Search, columns, and what can be done with the learners; while no list is there their place is kept. */
export function renderLearnerTools({ targets, ...tools }: LearnerTools, actions: LearnerActions): TemplateResult {
  const isWaiting = targets === undefined;
  const them = { ...tools, targets: targets ?? 0 };
  return html` <div class=${isWaiting ? 'tools kept' : 'tools'} part="tools" ?inert=${isWaiting}>
    ${renderSearch(
      msg('Search by name, username or id', { id: 'learner-tools.search' }),
      actions.search,
      msg('Search learners', { id: 'learner-tools.placeholder' }),
    )}
    ${renderColumnChoice(tools.columns, actions.showColumn)} ${targets === 0 ? nothing : renderForLearners(them, isWaiting, actions)}
  </div>`;
}

/** What can be done with learners, where there is one; how many is not known while they are waited for. */
function renderForLearners(tools: Targeted, isWaiting: boolean, actions: LearnerActions): TemplateResult {
  return html` <button type="button" class="tool" @click=${actions.selectShown}>
      ${msg('Select all shown', { id: 'learner-tools.select' })}
    </button>
    ${tools.hasAddresses && !isWaiting ? renderAddresses(tools, actions) : nothing}
    ${tools.contact && !isWaiting ? html`<button type="button" class="tool" @click=${actions.contact}>${msg(str`Contact ${whom(tools)}`, { id: 'learner-tools.contact' })}</button>` : nothing}`;
}

function renderAddresses(tools: Targeted, { copy, openMail }: LearnerActions): TemplateResult {
  const toggled = (event: Event): void => {
    closeOnPressOutside(event);
    if ((event.currentTarget as HTMLDetailsElement).open) openMail();
  };
  return html` <button type="button" class="tool" @click=${copy}>
      ${msg(str`Copy addresses of ${whom(tools)}`, { id: 'learner-tools.copy' })}
    </button>
    <details class="drop" @keydown=${closeOnEscape} @focusout=${closeOnLeave} @toggle=${toggled}>
      <summary class="tool">${msg('E-mail', { id: 'learner-tools.mail' })}</summary>
      <div class="drop-card">${tools.mail === undefined ? msg('Loading', { id: 'state.loading' }) : renderBatches(tools.mail, tools)}</div>
    </details>`;
}

function renderBatches(batches: readonly MailBatch[], { locale }: Targeted): TemplateResult {
  if (batches.length === 0) return html`<p>${msg('No address is known.', { id: 'learner-tools.no-address' })}</p>`;
  let from = 1;
  const links = batches.slice(0, MOST_BATCHES).map(({ count, href }) => {
    const [first, last] = [formatNumber(from, locale), formatNumber(from + count - 1, locale)];
    from += count;
    return html`<li><a href=${href}>${msg(str`Write to learners ${first} to ${last}`, { id: 'learner-tools.batch' })}</a></li>`;
  });
  return html` <p>${msg('Addresses go into BCC: nobody sees the others.', { id: 'learner-tools.bcc' })}</p>
    <ul>
      ${links}
    </ul>
    ${
      batches.length > MOST_BATCHES
        ? html`<p>
            ${msg('More learners than mail programs take this way: copy the addresses instead.', { id: 'learner-tools.too-many' })}
          </p>`
        : nothing
    }`;
}

function whom({ targets, isChoice, locale }: Targeted): string {
  const count = formatNumber(targets, locale);
  if (isChoice) return msg(plural(targets, '1 chosen', str`${count} chosen`), { id: 'learner-tools.chosen' });
  return msg(str`all ${count}`, { id: 'learner-tools.all' });
}
