import { msg, plural, str } from '../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { closeOnEscape, closeOnLeave, closeOnPressOutside } from '../base/focus/disclosure.js';
import { formatNumber } from '../base/text/format.js';
import { learnersText } from './learners-text.js';
import { renderColumnChoice, renderSearch } from '../table/table-tools.js';
import type { ColumnChoice } from '../table/table-tools.js';
import type { MailBatch } from './mail-batches.js';

/** What stands above the list of learners. */
export interface LearnerTools {
  readonly locale: string;
  /** What is searched for, as it was typed. */
  readonly sought: string;
  /** Columns that may be shown, and whether they are. */
  readonly columns: readonly ColumnChoice[];
  /** Rows of the list as it is filtered and searched; undefined while no list is there. A learner in two courses has two. */
  readonly rows: number | undefined;
  /** Learners who are chosen. */
  readonly chosen: number;
  /** Learners of all rows; undefined where that is not known. */
  readonly learners: number | undefined;
  /** Whether a reader is in them, who would lose the focus if they were out of reach for a while. */
  readonly hasFocus: boolean;
  /** Whether this site shares addresses. */
  readonly hasAddresses: boolean;
  /** Links to write to all, once they were asked for. */
  readonly mail: readonly MailBatch[] | undefined;
  readonly contact: boolean | null | undefined;
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

/** Links to batches that are listed; more learners than these are better written to by other means. */
const MOST_BATCHES = 20;

/** Search, columns, and what can be done with the learners; while no list is there their place is kept. */
export function renderLearnerTools(tools: LearnerTools, actions: LearnerActions): TemplateResult {
  const isWaiting = tools.rows === undefined;
  const isHidden = isWaiting && !tools.hasFocus;
  return html` <div class=${isHidden ? 'tools kept' : 'tools'} part="tools" ?inert=${isHidden}>
    ${renderSearch(
      msg('Search learners by name, username or id', { id: 'learner-tools.search' }),
      tools.sought,
      actions.search,
      msg('Search learners', { id: 'learner-tools.placeholder' }),
    )}
    ${renderColumnChoice(tools.columns, actions.showColumn)}
    ${tools.rows === 0 && tools.chosen === 0 ? nothing : renderForLearners(tools, isWaiting, actions)}
  </div>`;
}

/** What can be done with learners, where there is one; how many is not known while they are waited for. */
function renderForLearners(tools: LearnerTools, isWaiting: boolean, actions: LearnerActions): TemplateResult {
  return html` <button type="button" class="tool" @click=${actions.selectShown}>
      ${msg('Select all shown', { id: 'learner-tools.select' })}
    </button>
    ${tools.hasAddresses && !isWaiting ? renderAddresses(tools, actions) : nothing}
    ${tools.contact && !isWaiting ? html`<button type="button" class="tool" @click=${actions.contact}>${msg(str`Contact ${whom(tools)}`, { id: 'learner-tools.contact' })}</button>` : nothing}`;
}

function renderAddresses(tools: LearnerTools, { copy, openMail }: LearnerActions): TemplateResult {
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

function renderBatches(batches: readonly MailBatch[], { locale }: LearnerTools): TemplateResult {
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

/** Whom actions are about: learners, who may be fewer than rows. */
function whom({ chosen, learners, locale }: LearnerTools): string {
  if (chosen > 0) {
    const count = formatNumber(chosen, locale);
    return msg(plural(chosen, '1 chosen', str`${count} chosen`), { id: 'learner-tools.chosen' });
  }
  return learners === undefined ? msg('all shown', { id: 'learner-tools.shown' }) : learnersText(learners, locale);
}
