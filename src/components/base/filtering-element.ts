import type { Clause, Value } from '../../metrics/types.js';
import { toggled } from './clauses/clause-set.js';
import { fireFilter } from './clauses/filter-events.js';
import { freeOrdinal, takeOrdinal } from './ordinals.js';
import { SourceElement } from './source-element.js';

/** An element that sets filters on its dataset, in its own name. */
export abstract class FilteringElement extends SourceElement {
  #ordinal = 1;

  /** Who this widget is in clauses, and so in links: its id, else its tag and which of those in the page it is. */
  get origin(): string {
    return this.id === '' ? `${this.localName}-${this.#ordinal}` : this.id;
  }

  /** @internal */
  override connectedCallback(): void {
    this.#ordinal = takeOrdinal(this.localName, this.#ordinal);
    super.connectedCallback();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    freeOrdinal(this.localName, this.#ordinal);
  }

  /** The values that this widget has chosen of a field. */
  protected chosen(field: string): readonly Value[] {
    return this.pageDataset?.clauses.of(this.origin, field)?.in ?? [];
  }

  /** Chooses a value, or lets it go where it was the chosen one; `add` keeps the others. */
  protected choose(field: string, value: Value, { add = false }: { add?: boolean } = {}): void {
    this.chooseAll(field, toggled(this.chosen(field), value, add));
  }

  /** Chooses exactly these values; none clears. */
  protected chooseAll(field: string, values: readonly Value[]): void {
    this.#fire({ field, ...(values.length === 0 ? {} : { in: values }) });
  }

  /** Chooses from ≤ x < to; undefined clears. */
  protected chooseRange(field: string, range: readonly [number, number] | undefined): void {
    this.#fire({ field, ...(range === undefined ? {} : { range }) });
  }

  /** Lets go of all that this widget has chosen. */
  protected clearChoice(): void {
    const { origin } = this;
    const own = this.pageDataset?.clauses.all.filter((clause) => clause.origin === origin) ?? [];
    for (const { field } of own) this.#fire({ field });
  }

  #fire(predicate: Omit<Clause, 'origin'>): void {
    fireFilter(this, { origin: this.origin, ...predicate }, this.pageDataset?.id);
  }

  /** Clears the filters of all widgets of the dataset. */
  protected clearFilters(): void {
    this.pageDataset?.clearFilters();
  }
}
