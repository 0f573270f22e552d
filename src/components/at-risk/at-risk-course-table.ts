import { msg } from '../../localize/msg.js';
import { css } from 'lit';
import type { CSSResultGroup } from 'lit';
import type { Order, Params } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, hasSeveral, numberCell } from '../base/dataset/cell.js';
import { courseName } from '../base/text/course-name.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { StatsTable } from '../table/table.js';
import type { TableColumn } from '../table/table-column.js';
import { learnersText } from './learners-text.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';
import { ruleSentence } from '../base/menu/rule-sentence.js';

/** What a table about parts of courses shows. */
export interface CoursePart {
  readonly view: string;
  /** What a row is about; rows are sorted by this text, which begins with the place in the course. */
  readonly subject: string;
  /** The other columns, in order. */
  readonly others: readonly string[];
  /** The headline is about the first row in this order, if the next one differs; a share is ascending, a count descending. */
  readonly foremost: Order;
}

/** A table about parts of courses: sections, problems, videos. In course order until the reader sorts it. */
export abstract class AtRiskCourseTable extends StatsTable {
  /** Keys of courses differ at their end: where they do not fit they lose their start. */
  static override styles: CSSResultGroup = [
    StatsTable.styles,
    css`
      .grid tbody > tr > [data-column='course_key'] {
        direction: rtl;
        unicode-bidi: isolate;
      }
      .grid tbody > tr > [data-column='course_key'] bdi {
        display: inline;
      }
    `,
  ];

  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly view: string;
  protected override readonly initialSort: readonly Order[];
  protected override readonly companions: readonly { readonly view: string; readonly params?: Params }[];
  readonly #part: CoursePart;

  protected constructor(part: CoursePart) {
    super();
    this.#part = part;
    this.view = part.view;
    this.initialSort = [{ column: part.subject }];
    this.companions = [{ view: APPROVAL }, { view: part.view, params: { sort: [part.foremost], limit: 2 } }];
  }

  /** What stands in the place of a subject without a name, where that is known. */
  protected readonly unnamed: Pick<TableColumn, 'instead'> = {};

  /** Said where learners are on the list but nothing of the kind is recorded of them. */
  protected abstract nothingRecorded(): string;

  /** The headline, of the first row in the order of `foremost`. */
  protected abstract finding(first: ViewData): string;

  /** Blocks are told apart by id; by the rules of Aspects they have none, and are told apart by their text. */
  protected override get rowKey(): string {
    return this.result?.columns.some(({ name }) => name === 'block_id') === true ? 'block_id' : this.#part.subject;
  }

  protected override get columns(): readonly TableColumn[] {
    const others = this.#areOfSeveralCourses ? [...this.#part.others, 'course_key'] : this.#part.others;
    return [{ column: this.#part.subject, link: 'url', ...this.unnamed }, ...others.map((column) => ({ column }))];
  }

  protected override headline(): string {
    const first = this.answers.get(this.view);
    const { column, direction } = this.#part.foremost;
    const [top, next] = [0, 1].map((row) => numberCell(first, column, row));
    const nothing = direction === 'asc' ? 1 : 0;
    const alone = first !== undefined && next !== undefined && top !== nothing && top !== next;
    return alone ? this.finding(first) : '';
  }

  protected override subtitle(): string {
    return ruleSentence(this.pageDataset?.rules);
  }

  protected override emptyState(): WidgetState {
    const approval = this.answers.get(APPROVAL);
    if (cell(approval, 'listed') === 0) return nobodyAtRisk(approval, this.localized.language);
    return { kind: 'empty', sentence: this.nothingRecorded() };
  }

  /** "28 learners". */
  protected learnersText(count: number): string {
    return learnersText(count, this.localized.language);
  }

  /** The text of a row's subject, with its course where several are shown. */
  protected subjectOf(answer: ViewData): string {
    const subject = String(cell(answer, this.#part.subject) ?? msg('an unnamed part', { id: 'at-risk-course-table.unnamed' }));
    const course = cell(answer, 'course_key');
    return course !== null && this.#areOfSeveralCourses ? `${subject} (${courseName(course)})` : subject;
  }

  get #areOfSeveralCourses(): boolean {
    return hasSeveral(this.result, 'course_key');
  }
}
