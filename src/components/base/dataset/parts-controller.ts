import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { outsideZone } from '../../../workers/connect.js';
import type { PartNeed, PartWants } from '../../../workers/connect.js';
import { slotOf } from './slot.js';
import type { PageDataset } from './page-dataset.js';
import type { PartDemand } from './part-demand.js';
import { partsNotices, partsState, waitsForAll } from '../states/parts-text.js';
import type { Notice, WidgetState } from '../states/widget-state.js';

/** So many parts are asked for without being bidden where a widget needs all of them. */
const UNBIDDEN = 100;

/** What a widget needs of parts that are asked for on demand. */
export interface PartWish {
  /** How what is drawn depends on them. */
  readonly need: PartNeed | undefined;
  /** Explorations on screen, whose parts come first. */
  readonly seen?: readonly string[];
  /** Whether the reader asked for what needs all of them. */
  readonly isBidden?: boolean;
  /** Whether something is drawn while parts that decide it are missing. */
  readonly drawsSoFar?: boolean;
  /** Parts of another kind that are shown beside what is drawn, and decide nothing of it. */
  readonly beside?: readonly Pick<PartWish, 'need' | 'seen'>[];
}

/** A widget whose answers may depend on parts. */
interface PartsHost extends ReactiveControllerHost, HTMLElement {
  readonly pageDataset: PageDataset | undefined;
  readonly partWish: PartWish;
  /** Whether a whole around it tells how far parts have come and what failed, and offers to stop and to go on. */
  readonly isToldAround: boolean;
}

/** Asks for the parts that a widget needs while it is on screen, and for no others any more once it is not; says what is missing. */
export class PartsController implements ReactiveController {
  readonly #host: PartsHost;
  readonly #spoken: { readonly language: string };
  #dataset: PageDataset | undefined;
  #isOnScreen = false;
  #observer: IntersectionObserver | undefined;
  #frame: number | undefined;
  /** How many wishes were told last. */
  #wished = 0;

  constructor(host: PartsHost, spoken: { readonly language: string }) {
    this.#host = host;
    this.#spoken = spoken;
    host.addController(this);
  }

  hostConnected(): void {
    outsideZone(() => {
      this.#observer = new IntersectionObserver((entries) => {
        this.#isOnScreen = entries[entries.length - 1]?.isIntersecting ?? false;
        if (this.#host.partWish.need !== undefined) this.#host.requestUpdate();
      });
      this.#observer.observe(this.#host);
    });
  }

  hostDisconnected(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#observer?.disconnect();
    this.#isOnScreen = false;
    if (this.#dataset !== undefined) this.#letGo(this.#dataset);
    this.#dataset = undefined;
  }

  hostUpdated(): void {
    if (this.#frame === undefined) this.#inTwoFrames();
  }

  /** Whether totals may be told: none that lacks parts is told as if it were whole. */
  get isTold(): boolean {
    const { need } = this.#host.partWish;
    return need === undefined || need.waiting === 0 || need.because === 'rows' || need.because === 'sort';
  }

  /** What stands in the place of the drawing while parts that decide it are missing; else the state that is given. */
  instead(state: WidgetState): WidgetState {
    const { pageDataset, partWish } = this.#host;
    const { need, drawsSoFar = false } = partWish;
    if (state.kind === 'error') return { ...state, isTold: this.#host.isToldAround && pageDataset?.status.kind === 'error' };
    if (pageDataset === undefined || need === undefined || need.because === 'rows' || need.waiting === 0) return state;
    if (state.kind === 'loading' || state.kind === 'signed-out') return state;
    if (state.kind === 'ready' && drawsSoFar) return state;
    const said = partsState(pageDataset, need, this.#isComing(partWish, need, pageDataset), this.#spoken.language);
    return this.#isOfWhole(need) ? { ...said, sentence: waitsForAll(), isTold: true } : said;
  }

  /** What qualifies the drawing: parts that are missing, parts that could not be had. */
  get notices(): readonly Notice[] {
    const { pageDataset, partWish } = this.#host;
    if (pageDataset === undefined || partWish.need === undefined) return [];
    const isComing = this.#isComing(partWish, partWish.need, pageDataset);
    const notices = partsNotices(pageDataset, partWish.need, isComing, this.#spoken.language);
    const shown = partWish.drawsSoFar === true ? notices : notices.filter(({ kind }) => kind !== 'so-far');
    if (!this.#isOfWhole(partWish.need)) return shown;
    return shown.map(({ kind, sentence, ...more }) => (kind === 'so-far' ? { kind, sentence } : { kind, sentence, ...more }));
  }

  /** What lacks the statistics of all: of one exploration alone its own part tells. */
  #isOfWhole(need: PartNeed): boolean {
    return this.#host.isToldAround && need.kind === 'statistics' && need.scope === 'all';
  }

  #isComing(wish: PartWish, need: PartNeed, { demand }: PageDataset): boolean {
    return demand.mode !== 'paused' && this.#isOnScreen && wantsAll(wish, need, demand);
  }

  /** What has just been drawn pushes others off the screen, of which the observer tells a frame later. */
  #inTwoFrames(): void {
    outsideZone(() => {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = requestAnimationFrame(() => {
          this.#frame = undefined;
          this.#want();
        });
      });
    });
  }

  #want(): void {
    const { pageDataset, partWish } = this.#host;
    const wishes = [partWish, ...(partWish.beside ?? [])];
    const before = this.#dataset;
    this.#dataset = wishes.every(({ need }) => need === undefined) ? undefined : pageDataset;
    if (before !== undefined && before !== this.#dataset) this.#letGo(before);
    if (this.#dataset === undefined) return;
    const { demand } = this.#dataset;
    for (let at = 0; at < Math.max(wishes.length, this.#wished); at++) {
      const wish = wishes[at];
      demand.want(`${slotOf(this.#host)} ${at}`, this.#isOnScreen && wish !== undefined ? wantsOf(wish, demand) : undefined);
    }
    this.#wished = wishes.length;
  }

  #letGo({ demand }: PageDataset): void {
    for (let at = 0; at < this.#wished; at++) demand.want(`${slotOf(this.#host)} ${at}`, undefined);
    this.#wished = 0;
  }
}

function wantsOf(wish: PartWish, demand: PartDemand): PartWants | undefined {
  const { need } = wish;
  if (need === undefined) return undefined;
  return { kind: need.kind, first: wish.seen ?? [], rest: wantsAll(wish, need, demand) ? need.scope : [] };
}

/** All where few are missing or the reader asked for it; a reader who has not asked is asked first. */
function wantsAll({ isBidden = false }: PartWish, need: PartNeed, { mode }: PartDemand): boolean {
  if (need.because === 'rows') return false;
  return mode === 'all' || need.waiting <= UNBIDDEN || need.because === 'filter' || isBidden;
}
