import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Clause } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { peopleHidden, seenInGroups } from './audience/audience.js';
import type { Companions } from './dataset/companion.js';
import { FilteringElement } from './filtering-element.js';
import { ScrollEdges } from './shell/scroll-edges.js';
import type { Skeleton } from './states/states.js';
import type { WidgetState } from './states/widget-state.js';

/** What every widget can be told of how it is shown and to whom, and what its class says of its view. */
export abstract class WidgetElement extends FilteringElement {
  /** Title of the widget; if left out, its default title. */
  @property() heading?: string | null | undefined;

  /** Heading level of the title, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: number | null | undefined = 3;

  /** Removes the ⋮ menu. */
  @property({ type: Boolean, attribute: 'without-menu' }) withoutMenu: boolean | null | undefined = false;

  /** @internal Whether a whole around it tells how far parts on demand have come, and that nothing could be loaded. */
  @property({ attribute: false }) isToldAround = false;

  constructor() {
    super();
    this.addController(new ScrollEdges(() => this.renderRoot));
  }

  /** Id of the view that is shown. */
  protected abstract readonly view: string;

  /** Outline of what is loading. */
  protected readonly skeleton: Skeleton = 'chart';

  /** Height that is kept for the drawing from the start. */
  protected get plotHeight(): 'compact' | 'default' | 'full' {
    return 'default';
  }

  /** Whether the unfiltered answer is asked for too, to be drawn behind the filtered one. */
  protected readonly wantsGhost: boolean = false;

  /** Whether the drawing stays, as ghost, where filters leave nothing. */
  protected get keepsGhost(): boolean {
    return false;
  }

  /** Further views that the headline or the states need, under the same filters where they name none. */
  protected companions: Companions = [];

  /** Clauses that always hold for this widget alone. */
  protected fixedClauses(): readonly Clause[] {
    return [];
  }

  /** What others filter this widget by. */
  protected othersClauses(): readonly Clause[] {
    return this.pageDataset?.clauses.without(this.origin) ?? [];
  }

  /** The state of a view that has no row although no filter applies. */
  protected abstract emptyState(): WidgetState;

  /** Title of the widget. */
  protected abstract titleText(): string;

  /** One computed sentence: what the data say. Empty where nothing can be said. */
  protected headline(): string {
    return '';
  }

  /** Whether a line is kept for one: its class has such a sentence, or that line says how far parts have come that a whole waits for. */
  protected get hasHeadline(): boolean {
    return this.isToldAround || this.headline !== WidgetElement.prototype.headline;
  }

  /** What is counted, and for whom. */
  protected subtitle(): string {
    return '';
  }

  /** What else is drawn, after the subtitle. */
  protected renderKey(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Controls that stay above the drawing in every state: a legend, a search. */
  protected renderTools(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The drawing of an answer. */
  protected abstract renderBody(result: ViewData): TemplateResult;

  /** Whether the menu offers pictures. */
  protected get hasDrawing(): boolean {
    return false;
  }

  /** Whether nothing is drawn before all data are there: what names people to act on would name some who are only not read yet. */
  protected readonly waitsForAll: boolean = false;

  /** Tables and columns without which the view says nothing: where the host records none of them, that is said. */
  protected readonly needs: readonly string[] = [];

  /** Whether a row is a learner. */
  protected readonly isOfPeople: boolean = false;

  /** Whether its learners are seen in groups only. */
  protected get isInGroups(): boolean {
    return seenInGroups(this.audienceSettings.audience, this.view);
  }

  /** Fewest learners of a group that is seen; undefined for who may see single ones. */
  protected get leastSeen(): number | undefined {
    return this.isInGroups ? this.audienceSettings.least : undefined;
  }

  /** Whether the widget shows single learners, and its audience may see groups only. */
  protected get isWithheld(): boolean {
    return this.isOfPeople && this.isInGroups;
  }

  /** What replaces all numbers: single learners are hidden from this audience, or `audience` or `min-group` has a value that is no such. */
  protected get stateByAudience(): WidgetState | undefined {
    const { error } = this.audienceSettings;
    if (error === undefined) return this.isWithheld ? peopleHidden() : undefined;
    return { kind: 'error', code: error.code, sentence: error.message, isTold: this.isToldAround };
  }
}
