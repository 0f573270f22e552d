import { property } from 'lit/decorators.js';
import { LEAST, leastOf, seenInGroups } from './audience.js';
import { FilteringElement } from './filtering-element.js';
import { ScrollEdges } from './scroll-edges.js';
import type { Skeleton } from './states.js';

/** What every widget can be told of how it is shown and to whom, and what its class says of its view. */
export abstract class WidgetElement extends FilteringElement {
  /** Title of the widget; its own if left out. */
  @property() heading?: string;

  /** Level of the title in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Leaves the ⋮ menu out. */
  @property({ type: Boolean, attribute: 'without-menu' }) withoutMenu = false;

  /**
   * Who reads it: `roster` for who may see single learners, `aggregate` for who may see groups of at least `min-group` only. Tags of
   * learners at risk are for the first, all others for the second, if left out.
   */
  @property() audience?: 'roster' | 'aggregate';

  /** Fewest learners of a group that is shown to an `aggregate` audience; 10 if left out. */
  @property({ type: Number, attribute: 'min-group' }) minGroup = LEAST;

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

  /** One computed sentence: what the data say. Empty where nothing can be said. */
  protected headline(): string {
    return '';
  }

  /** Whether a line is kept for one: its class has such a sentence, or that line says how far parts have come that a whole waits for. */
  protected get hasHeadline(): boolean {
    return this.isToldAround || this.headline !== WidgetElement.prototype.headline;
  }

  /** Whether nothing is drawn before all data are there: what names people to act on would name some who are only not read yet. */
  protected readonly waitsForAll: boolean = false;

  /** Tables and columns without which the view says nothing: where the host records none of them, that is said. */
  protected readonly needs: readonly string[] = [];

  /** Whether a row is a learner. */
  protected readonly isOfPeople: boolean = false;

  /** Whether its learners are seen in groups only. */
  protected get isInGroups(): boolean {
    return seenInGroups(this.audience, this.view);
  }

  /** Fewest learners of a group that is seen; undefined for who may see single ones. */
  protected get leastSeen(): number | undefined {
    return this.isInGroups ? leastOf(this.minGroup) : undefined;
  }

  /** Whether all of it is. */
  protected get isWithheld(): boolean {
    return this.isOfPeople && this.isInGroups;
  }
}
