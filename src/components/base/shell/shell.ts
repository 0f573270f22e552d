import { msg } from '../../../localize/msg.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { boundNumbers } from '../text/bound-numbers.js';
import { renderHeading } from './heading.js';
import { renderDefinition, renderFiltered, renderProgress, renderState } from '../states/states.js';
import type { Skeleton, StateActions } from '../states/states.js';
import type { Notice, WidgetState } from '../states/widget-state.js';
import { withLeading } from '../text/with-leading.js';

/** Everything around a drawing. */
export interface ShellParts {
  readonly heading: string;
  /** Level of the heading, 1 to 6. */
  readonly level: number | null | undefined;
  readonly headline: string;
  /** Whether there ever is one: only then its line is kept. */
  readonly hasHeadline?: boolean;
  readonly subtitle: string;
  /** What else is drawn; it comes and goes with filters, in the line of the subtitle, so that nothing moves. */
  readonly key?: TemplateResult | typeof nothing;
  readonly badge: TemplateResult | typeof nothing;
  readonly menu: TemplateResult | typeof nothing;
  readonly notices: readonly Notice[];
  readonly legend?: TemplateResult | typeof nothing;
  readonly state: WidgetState;
  /** What is drawn is not yet the answer to what was asked last. */
  readonly isLate?: boolean;
  /** The drawing; asked for in the state `ready`, and where filters leave nothing but there is a ghost to keep. */
  readonly body: () => TemplateResult;
  /** What each number means, where it was asked for. */
  readonly counted?: TemplateResult | typeof nothing;
  /** Whether the drawing stays, as ghost, where filters leave nothing. */
  readonly keepsGhost?: boolean;
  /** Outline of what is loading. */
  readonly skeleton?: Skeleton;
  /** Height that is kept for the drawing from the start. */
  readonly plotHeight?: 'compact' | 'default' | 'full';
  /** What is said on paper alone, where the controls are left out: filters, timezone, age of the data. */
  readonly printed?: string;
  /** What is said politely after a change. */
  readonly announcement: string;
  readonly locale: string;
}

/** The anatomy that all widgets share: header, headline, subtitle, notices, legend, and the drawing or its state. */
export function renderShell(parts: ShellParts, actions: StateActions): TemplateResult {
  const { state } = parts;
  const notices = noticesIn(parts);
  return html` <section
    part="base"
    class=${withLeading('base', parts.locale)}
    lang=${parts.locale}
    aria-labelledby="heading"
    aria-busy=${String(parts.isLate === true || state.kind === 'loading' || (state.kind === 'awaiting' && state.isRunning))}
  >
    <header part="header">
      ${renderHeading(parts.level, html`<slot name="heading"><bdi>${parts.heading}</bdi></slot>`, { id: 'heading', part: 'heading' })}
      <div class="controls">${parts.badge}${parts.menu}</div>
      ${renderHeadline(parts, notices.read, actions)} ${renderSubtitle(parts, notices)}
    </header>
    ${notices.lasting.map((notice) => renderNotice(notice, actions))} ${parts.legend ?? nothing}
    <div part="plot" class=${`body ${parts.plotHeight ?? 'default'}${parts.isLate === true ? ' late' : ''}`}>
      ${renderPlace(parts, actions)}${parts.counted ?? nothing}
    </div>
    ${parts.printed ? html`<p class="printed" data-line=${parts.printed}></p>` : nothing}
    <div class="visually-hidden" role="status">${parts.announcement}</div>
  </section>`;
}

/**
 * What passes by itself takes no line that moves what is below when it goes: news on their way stand in the place of the subtitle, where
 * there is one, how much was read in that of the headline, which waits for all data, and where there never is one in that of the subtitle.
 * While data load the skeleton says that itself. The rest has lines of its own.
 */
function noticesIn({ notices, subtitle, state }: ShellParts): {
  readonly waiting: Notice | undefined;
  readonly read: Notice | undefined;
  readonly lasting: readonly Notice[];
} {
  const waiting = subtitle === '' ? undefined : notices.find(({ kind }) => kind === 'refetching');
  const read = notices.find(({ kind, progress }) => kind === 'so-far' && progress === undefined);
  const lasting = notices.filter((notice) => ![waiting, read].includes(notice) && !(state.kind === 'loading' && notice.kind === 'so-far'));
  return { waiting, read: state.kind === 'loading' ? undefined : read, lasting };
}

function renderSubtitle(
  { subtitle, key = nothing, hasHeadline }: ShellParts,
  { waiting, read }: Pick<ReturnType<typeof noticesIn>, 'waiting' | 'read'>,
): TemplateResult | typeof nothing {
  if (subtitle === '') return nothing;
  if (hasHeadline === false && read?.isPassing === true)
    return html` <p part="subtitle" class="subtitle held"><bdi>${boundNumbers(subtitle)}</bdi></p>
      <p part="notice" class="subtitle" data-kind=${read.kind}><bdi>${boundNumbers(read.sentence)}</bdi></p>`;
  return html` <p part="subtitle" class=${waiting === undefined ? 'subtitle' : 'subtitle stands-back'}>
      <bdi>${boundNumbers(subtitle)}</bdi>${key}
    </p>
    ${waiting === undefined ? nothing : html`<p class="subtitle waiting" data-kind=${waiting.kind}><bdi>${boundNumbers(waiting.sentence)}</bdi></p>`}`;
}

/**
 * While data load a line is kept for the headline, so that nothing below it moves. Where filters leave nothing but a ghost, its place
 * says so: over the ghost it would hide what is drawn.
 */
function renderHeadline(
  { headline, hasHeadline, subtitle, state, keepsGhost, notices }: ShellParts,
  read: Notice | undefined,
  actions: StateActions,
): TemplateResult | typeof nothing {
  if (state.kind === 'filtered' && keepsGhost === true)
    return html`<div part="headline" class="headline" id="headline">${renderFiltered(state, actions)}</div>`;
  if (headline !== '') return html`<p part="headline" class="headline" id="headline"><bdi>${boundNumbers(headline)}</bdi></p>`;
  if (hasHeadline === false && (read === undefined || (read.isPassing === true && subtitle !== ''))) return nothing;
  if (read !== undefined)
    return html`<p part="notice" class="headline awaited read" data-kind=${read.kind}><bdi>${boundNumbers(read.sentence)}</bdi></p>`;
  if (state.kind === 'loading') return html`<p class="headline awaited" aria-hidden="true"></p>`;
  return notices.some(({ kind }) => kind === 'so-far') ? html`<p class="headline awaited blank" aria-hidden="true"></p>` : nothing;
}

function renderPlace(parts: ShellParts, actions: StateActions): TemplateResult {
  const { state } = parts;
  if (state.kind === 'ready') return parts.body();
  if (state.kind === 'filtered' && parts.keepsGhost === true) return parts.body();
  return renderState(state, { locale: parts.locale, skeleton: parts.skeleton ?? 'chart' }, actions);
}

/** A line that qualifies what is drawn. */
export function renderNotice(
  { kind, sentence, progress, ...notice }: Notice,
  actions: Pick<StateActions, 'retry' | 'explain'>,
): TemplateResult {
  const action = notice.retry === true ? { label: msg('Retry', { id: 'action.retry' }), act: actions.retry } : notice.action;
  return html` <p part="notice" class="notice" data-kind=${kind}>
    <bdi>${boundNumbers(sentence)}</bdi> ${renderDefinition(notice, actions)}${
      action === undefined ? nothing : html` <button type="button" class="link" @click=${action.act}>${action.label}</button>`
    }${progress === undefined ? nothing : renderProgress(progress.loaded, progress.total, sentence)}
  </p>`;
}
