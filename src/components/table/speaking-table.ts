import { msg, plural, str } from '../../localize/msg.js';
import type { PropertyValues } from 'lit';
import { StatsError } from '../../workers/connect.js';
import type { ViewData } from '../../workers/connect.js';
import { StatsErrorEvent } from '../base/events.js';
import { formatNumber } from '../base/text/format.js';
import { speakAs } from '../base/text/locale.js';
import { sentenceOf } from '../base/states/state-of.js';
import { StatsElement } from '../base/stats-element.js';
import { hasNumbers } from '../base/states/widget-state.js';
import { selectedText } from './page.js';

/** What was drawn last that is said once it changes. */
interface Drawn {
  readonly search: string;
  /** What others filter by. */
  readonly filters: string;
  readonly total: number;
  readonly chosen: number;
}

/** What is said of a change; `isCount`: how many rows there are, which holds no more once that changes. */
interface Said {
  readonly text: string;
  readonly isCount: boolean;
}

const NOTHING: Said = { text: '', isCount: false };

/** A widget of rows that says what a search or a filter of others finds, and how many rows are chosen. */
export abstract class SpeakingTable extends StatsElement {
  /** The column whose values rows are chosen by. */
  protected abstract readonly rowKey: string;

  #drawn: Drawn | undefined;
  /** Whether what was said last is how many rows there are. */
  #hasCounted = false;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { result, drawnState } = this;
    if (result?.soFar !== undefined || (result !== undefined && !hasNumbers(drawnState))) return;
    const before = this.#drawn;
    this.#drawn = result && {
      search: this.answered.search ?? '',
      filters: JSON.stringify(result.applied),
      total: result.total,
      chosen: this.chosen(this.keyField(result)).length,
    };
    const said = this.#drawn === undefined ? this.#gone() : before && this.#outcome(before, this.#drawn);
    if (said === undefined) return;
    this.#hasCounted = said.isCount;
    queueMicrotask(() => (this.announcement = said.text));
  }

  /**
   * Does what a reader asked for. If it fails, that is said, and the page is told; that the same was begun anew meanwhile, and this is not
   * answered any more, is no failure.
   */
  protected attempt(act: () => Promise<void>): void {
    act().catch((thrown: unknown) => {
      const error = StatsError.from(thrown);
      const { code, message } = error;
      if (code === 'aborted') return;
      speakAs(this);
      this.announcement = sentenceOf(error);
      this.dispatchEvent(new StatsErrorEvent({ code, message, retry: () => this.attempt(act) }));
    });
  }

  /** The field that rows are chosen by. */
  protected keyField(result: ViewData): string {
    return result.columns.find((column) => column.name === this.rowKey)?.field ?? this.rowKey;
  }

  #gone(): Said | undefined {
    return this.#hasCounted ? NOTHING : undefined;
  }

  /** What of it is news; nothing is left to be read of a number that holds no more. */
  #outcome(before: Drawn, { search, filters, total, chosen }: Drawn): Said | undefined {
    const { language } = this.localized;
    // A whole around the table says itself what a filter leaves.
    const isFiltered = !this.isToldAround && filters !== before.filters;
    const isSearched = search !== before.search;
    const isOld = (search !== '' || this.#hasCounted) && total !== before.total;
    if (isFiltered || isSearched || isOld) {
      const state = this.drawnState;
      if (search === '' && !isFiltered && (isSearched || this.isToldAround)) return NOTHING;
      return { text: total === 0 && 'sentence' in state ? state.sentence : foundText(total, language), isCount: true };
    }
    return chosen === before.chosen ? undefined : { text: selectedText(chosen, this.isOfPeople, language), isCount: false };
  }
}

function foundText(count: number, locale: string): string {
  return msg(plural(count, '1 row found', str`${formatNumber(count, locale)} rows found`), { id: 'table.found' });
}
