import { msg, str } from '../../../localize/msg.js';
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { boundNumbers } from '../text/bound-numbers.js';
import { progressSentence } from './progress-text.js';
import { SIZES } from '../tokens.js';
import type { Defined, WidgetState } from './widget-state.js';

/** Outline of what will stand in the place of a state. */
export type Skeleton = 'chart' | 'table' | 'list' | 'tiles';

/** What a state offers to do. */
export interface StateActions {
  readonly retry: () => void;
  readonly clearFilters: () => void;
  /** Shows what is meant by a number that is not known. */
  readonly explain: (about: readonly string[]) => void;
  /** Stops the load. */
  readonly cancel: () => void;
}

type AwaitingState = Extract<WidgetState, { kind: 'awaiting' }>;

/** How a state is drawn. */
export interface StateLooks {
  readonly locale: string;
  readonly skeleton: Skeleton;
}

/** A state other than `ready`, in the place and at least the size of the drawing. */
export function renderState(state: Exclude<WidgetState, { kind: 'ready' }>, looks: StateLooks, actions: StateActions): TemplateResult {
  switch (state.kind) {
    case 'loading':
      return renderLoading(state.loaded, state.total, looks, actions.cancel);
    case 'awaiting':
      return renderAwaiting(state, looks);
    case 'error':
      return state.isTold === true
        ? html` <div class="state hatched error">
            ${hatch()}
            <p class="visually-hidden">${state.sentence}</p>
          </div>`
        : html`<div class="state error">${renderAlert(state, actions)}</div>`;
    case 'filtered':
      return html`<div class="state filtered">${renderFiltered(state, actions)}</div>`;
    case 'nobody':
      return html`<div class="state nobody">
        <p class="with-glyph">${glyph(RING)}<bdi>${boundNumbers(state.sentence)}</bdi></p>
      </div>`;
    case 'unknown':
      return html`<div class="state hatched unknown">
        ${hatch()}
        <p><bdi>${boundNumbers(state.sentence)}</bdi> ${renderDefinition(state, actions)}</p>
      </div>`;
    case 'hidden':
      return html`<div class="state hatched hidden">
        ${hatch()}
        <p class="with-glyph">${glyph(LOCK)}<bdi>${boundNumbers(state.sentence)}</bdi></p>
      </div>`;
    case 'signed-out':
      return html`<div class="state signed-out">
        <p><bdi>${boundNumbers(state.sentence)}</bdi> <slot name="sign-in"></slot></p>
      </div>`;
    case 'empty':
      return html`<div class="state empty">
        <p><bdi>${boundNumbers(state.sentence)}</bdi></p>
        <slot name="empty"></slot>
      </div>`;
  }
}

/** What went wrong, and the way to try again. */
export function renderAlert(
  { sentence, code }: Extract<WidgetState, { kind: 'error' }>,
  { retry }: Pick<StateActions, 'retry'>,
): TemplateResult {
  return html` <div class="alert">
    <p><bdi>${sentence}</bdi> ${renderAction(msg('Retry', { id: 'action.retry' }), retry)}</p>
    <p class="code" translate="no">${msg(str`Code: ${code}`, { id: 'state.code' })}</p>
  </div>`;
}

/** That filters leave nothing, and how to clear them. */
export function renderFiltered({ sentence }: { readonly sentence: string }, { clearFilters }: StateActions): TemplateResult {
  return html`<p class="filtered-out">
    <bdi>${sentence}</bdi> ${renderAction(msg('Clear filters', { id: 'action.clear-filters' }), clearFilters)}
  </p>`;
}

/** The way from a sentence to what the number means that it is about. */
export function renderDefinition({ about }: Defined, { explain }: Pick<StateActions, 'explain'>): TemplateResult | typeof nothing {
  return about === undefined || about.length === 0
    ? nothing
    : renderAction(msg('Definition', { id: 'action.definition' }), () => explain(about));
}

function renderAction(label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="link" @click=${act}>${label}</button>`;
}

/** The outline comes at once, the amount after a while, by CSS: who waits a moment only reads nothing new. */
function renderLoading(loaded: number, total: number | undefined, looks: StateLooks, cancel: () => void): TemplateResult {
  const share = total === undefined || total === 0 ? undefined : Math.min(1, loaded / total);
  const label = msg('Loading', { id: 'state.loading' });
  return html` <div class="state loading">
    <svg class="skeleton" aria-hidden="true">${SKELETONS[looks.skeleton]()}</svg>
    <div class="progress">
      ${share === undefined ? nothing : html`<progress max="1" .value=${share} aria-label=${label}></progress>`}
      <p><bdi>${progressSentence(loaded, total, looks.locale)}</bdi> ${renderAction(msg('Cancel', { id: 'action.cancel' }), cancel)}</p>
    </div>
  </div>`;
}

/** Parts come one by one: the amount stands there at once, with a way to stop or to start. */
function renderAwaiting({ sentence, loaded, total, isRunning, action, isTold = false }: AwaitingState, looks: StateLooks): TemplateResult {
  return html` <div class="state awaiting">
    <svg class="skeleton" aria-hidden="true">${SKELETONS[looks.skeleton]()}</svg>
    <div class="progress">
      ${isRunning && !isTold ? renderProgress(loaded, total, sentence) : nothing}
      <p><bdi>${sentence}</bdi> ${isTold ? nothing : renderAction(action.label, action.act)}</p>
    </div>
  </div>`;
}

/** A bar of how many of how many are there. */
export function renderProgress(loaded: number, total: number, label: string): TemplateResult {
  return html`<progress max=${Math.max(1, total)} .value=${loaded} aria-label=${label}></progress>`;
}

function chartSkeleton(): SVGTemplateResult {
  const bars = [52, 78, 36, 64, 24].map(
    (height, at) => svg`
    <rect x=${`${5 + at * 19}%`} y=${`${98 - height}%`} width="12%" height=${`${height}%`}></rect>`,
  );
  return svg`${bars}<rect class="line" y="98%" width="100%" height="1"></rect>`;
}

function tableSkeleton(): SVGTemplateResult {
  const row = SIZES.rowHeight;
  const cells = Array.from({ length: 5 }, (_, at) => row * (at + 1) + row / 4).map(
    (y) => svg`
    <rect x="1%" y=${y} width="28%" height=${row / 2}></rect>
    <rect x="40%" y=${y} width="18%" height=${row / 2}></rect>
    <rect x="72%" y=${y} width="26%" height=${row / 2}></rect>`,
  );
  return svg`<rect width="100%" height=${row}></rect>${cells}`;
}

/** Sentences, each with a smaller one under it. */
function listSkeleton(): readonly SVGTemplateResult[] {
  return [0, 1, 2].map((at) => {
    const y = SIZES.rowHeight * 2 * at;
    return svg`<rect y=${y + 8} width="80%" height="16"></rect><rect y=${y + 32} width="52%" height="12"></rect>`;
  });
}

/** Numbers, each under its name. */
function tilesSkeleton(): readonly SVGTemplateResult[] {
  return ['0%', '34%', '68%'].flatMap((x) =>
    [0, 96].map(
      (y) => svg`<rect x=${x} y=${y + 8} width="22%" height="12"></rect><rect x=${x} y=${y + 28} width="12%" height="28"></rect>`,
    ),
  );
}

const SKELETONS = { chart: chartSkeleton, table: tableSkeleton, list: listSkeleton, tiles: tilesSkeleton };

/** Hatching: no number is shown. Has this one meaning everywhere. */
function hatch(): TemplateResult {
  return html` <svg class="hatch" aria-hidden="true">
    <defs>
      <pattern id="state-hatch" width=${SIZES.hatch} height=${SIZES.hatch} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line y2=${SIZES.hatch}></line>
      </pattern>
    </defs>
    <rect width="100%" height="100%" fill="url(#state-hatch)"></rect>
  </svg>`;
}

const RING = svg`<circle cx="6" cy="6" r="4.5"></circle>`;
const LOCK = svg`<rect x="2" y="5.5" width="8" height="5.5"></rect><path d="M4 5.5V3.5a2 2 0 0 1 4 0v2"></path>`;

function glyph(shape: SVGTemplateResult): TemplateResult {
  return html`<svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">${shape}</svg>`;
}
