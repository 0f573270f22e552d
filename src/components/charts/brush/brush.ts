import { nothing, svg } from 'lit';
import type { ReactiveController, ReactiveControllerHost, SVGTemplateResult } from 'lit';
import { SIZES } from '../../base/tokens.js';
import { brushKey, dragged, includes, rangeBetween, sameRange } from './brush-geometry.js';
import type { BrushPart, SlotRange } from './brush-geometry.js';
import { EachFrame } from '../each-frame.js';

/** What a brush works on: slots beside each other, of which a range can be chosen. */
export interface BrushTarget {
  /** How many slots there are. */
  readonly count: () => number;
  /** The chosen range as the dataset has it. */
  readonly range: () => SlotRange | undefined;
  /** Chooses a range, or clears it; called at most once a frame. */
  readonly choose: (range: SlotRange | undefined) => void;
  /** Takes the focus when the brush that had it goes. */
  readonly leave: () => void;
  /** The slot under a point of the window. */
  readonly slotAt: (clientX: number) => number;
}

/** Where a brush is drawn, and what it says. */
export interface BrushPlace {
  /** Where a slot begins; it ends where the next one begins. */
  readonly x: (slot: number) => number;
  /** Where the part that can be brushed begins and ends, from above. */
  readonly top: number;
  readonly bottom: number;
  readonly names: Readonly<Record<BrushPart, string>>;
  readonly speak: (range: SlotRange, part: BrushPart) => string;
}

/** A pointer goes this far in px before a click becomes a drag. */
const SLACK = 4;
/** Height of a handle, and width of what can be taken hold of. */
const HANDLE = 24;
const PARTS: readonly BrushPart[] = ['from', 'window', 'to'];

interface Hold {
  readonly pointer: number;
  readonly x: number;
  readonly slot: number;
  readonly part: BrushPart | 'new';
  readonly range: SlotRange;
  moved: boolean;
}

/**
 * Chooses a range of slots by pointer (drag to make one, drag its edges or its inside) and by keyboard (arrows move what has the
 * focus, Shift and an arrow grow or shrink the whole, Esc clears). What is dragged is drawn at once; the choice follows at most
 * once a frame, the latest wins.
 */
export class Brush implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #target: BrushTarget;
  #hold: Hold | undefined;
  #draft: { readonly range: SlotRange | undefined } | undefined;
  #frames = new EachFrame<SlotRange | undefined>((range) => this.#hand(range));

  constructor(host: ReactiveControllerHost & HTMLElement, target: BrushTarget) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#frames.cancel();
    this.#hold = undefined;
    this.#draft = undefined;
  }

  /** The range that is drawn: what is being dragged, else what is chosen. */
  get shown(): SlotRange | undefined {
    return this.#draft === undefined ? this.#target.range() : this.#draft.range;
  }

  /** Whether a pointer drags; what it points at meanwhile says nothing. */
  get isDragging(): boolean {
    return this.#hold?.moved === true;
  }

  /** Chooses a range, with the next frame; undefined clears. */
  choose(range: SlotRange | undefined): void {
    this.#draft = { range };
    this.#frames.push(range);
    this.#host.requestUpdate();
  }

  /** Chooses one slot, or lets it go where it is the chosen one; `add` keeps what is chosen and goes up to the slot. */
  toggle(slot: number, add: boolean): void {
    const { shown } = this;
    const one = rangeBetween(slot, slot, this.#target.count());
    if (add && shown !== undefined) this.choose({ from: Math.min(shown.from, one.from), to: Math.max(shown.to, one.to) });
    else this.choose(sameRange(shown, one) ? undefined : one);
  }

  /** Chooses from the slot where Shift was first held to this one. */
  extend(anchor: number, slot: number): void {
    this.choose(rangeBetween(anchor, slot, this.#target.count()));
  }

  /** A pointer went down on the slots, or on a handle. */
  onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#target.count() === 0) return;
    const slot = this.#target.slotAt(event.clientX);
    const handle = event.target instanceof Element ? event.target.closest('[data-brush]')?.getAttribute('data-brush') : undefined;
    const { shown } = this;
    const part = handle === 'from' || handle === 'to' ? handle : includes(shown, slot) ? 'window' : 'new';
    const range = part === 'new' || shown === undefined ? rangeBetween(slot, slot, this.#target.count()) : shown;
    this.#hold = { pointer: event.pointerId, x: event.clientX, slot, part, range, moved: false };
  };

  onPointerMove = (event: PointerEvent): void => {
    const hold = this.#hold;
    if (hold?.pointer !== event.pointerId) return;
    if (!hold.moved && Math.abs(event.clientX - hold.x) < SLACK) return;
    if (!hold.moved && event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    hold.moved = true;
    const at = this.#target.slotAt(event.clientX);
    const range =
      hold.part === 'new'
        ? rangeBetween(hold.slot, at, this.#target.count())
        : dragged(hold.range, hold.part, hold.slot, at, this.#target.count());
    if (!sameRange(range, this.shown)) this.choose(range);
  };

  onPointerUp = (event: PointerEvent): void => {
    if (this.#hold?.pointer !== event.pointerId) return;
    this.#hold = undefined;
    this.#frames.flush();
    this.#settle();
    this.#host.requestUpdate();
  };

  onKey = (event: KeyboardEvent): void => {
    const name = event.target instanceof Element ? event.target.getAttribute('data-brush') : null;
    const part = PARTS.find((other) => other === name);
    const { shown } = this;
    if (part === undefined || shown === undefined) return;
    const after = brushKey(event, part, shown, this.#target.count());
    if (after === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (after === 'clear') {
      this.#target.leave();
      this.choose(undefined);
    } else if (!sameRange(after, shown)) {
      this.choose(after);
    }
  };

  /** The window, its edges and handles; nothing where no range is chosen. */
  render(place: BrushPlace): SVGTemplateResult | typeof nothing {
    const { shown } = this;
    if (shown === undefined) return nothing;
    const edges = { from: place.x(shown.from), to: place.x(shown.to + 1) };
    return svg`
      <g class="brush" role="group" aria-label=${place.names.window}>
        <rect class="window" data-brush="window" role="slider" tabindex="0" aria-label=${place.names.window}
          aria-valuemin="1" aria-valuemax=${this.#target.count()} aria-valuenow=${shown.from + 1} aria-valuetext=${place.speak(shown, 'window')}
          x=${edges.from} y=${place.top} width=${Math.max(0, edges.to - edges.from)} height=${place.bottom - place.top}></rect>
        ${(['from', 'to'] as const).map(
          (part) => svg`
          <g class="edge" data-brush=${part} role="slider" tabindex="0" aria-label=${place.names[part]}
            aria-valuemin="1" aria-valuemax=${this.#target.count()} aria-valuenow=${shown[part] + 1} aria-valuetext=${place.speak(shown, part)}>
            <line class="edge-line" x1=${edges[part]} x2=${edges[part]} y1=${place.top} y2=${place.bottom}></line>
            <rect class="handle" x=${edges[part] - SIZES.hatch / 2} y=${(place.bottom - HANDLE) / 2} width=${SIZES.hatch} height=${HANDLE}></rect>
            <rect class="grip" x=${edges[part] - HANDLE / 2} y=${(place.bottom - HANDLE) / 2} width=${HANDLE} height=${HANDLE}></rect>
          </g>`,
        )}
      </g>`;
  }

  /** Hands a choice on; a host may refuse it. */
  #hand(range: SlotRange | undefined): void {
    this.#target.choose(range);
    this.#settle();
  }

  /** Draws what the dataset has, once that had a frame to take what was handed on last, and no pointer holds the range. */
  #settle(): void {
    const draft = this.#draft;
    requestAnimationFrame(() => {
      if (this.#hold !== undefined || this.#draft !== draft) return;
      this.#draft = undefined;
      this.#host.requestUpdate();
    });
  }
}
