import { msg, str } from '../../localize/msg.js';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { hiddenText, isHiddenColumn } from '../base/audience/audience.js';
import { numberCell } from '../base/dataset/cell.js';
import type { ExportedView } from '../base/menu/exporting.js';
import { labelled } from '../base/focus/labelled.js';
import { formatNumber, formatValue } from '../base/text/format.js';
import { whyUnknown } from '../base/states/not-recorded.js';
import { StatsElement } from '../base/stats-element.js';
import { renderTiles, tileSentences, tileStyles } from '../base/shell/tiles.js';
import type { Tile } from '../base/shell/tiles.js';
import type { WidgetState } from '../base/states/widget-state.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';

/** Enrolments on the list of which it is not known whether their grade would pass: no grade yet, or no pass mark. */
const UNDECIDED: ViewSpec = {
  id: 'at-risk.undecided',
  table: 'enrollments',
  where: [
    { field: 'listed', in: [true] },
    { field: 'would_pass', in: [null] },
  ],
  by: [],
  measures: [{ metric: 'at-risk.listed', as: 'undecided' }],
};

/**
 * How many of the enrolled learners have passed, and how many on the at-risk list would pass by their grade of today. Who left does
 * not count; a learner in two courses counts in each. Learners without a grade are told apart, never counted as failing.
 *
 * @summary Passed among enrolled, and learners at risk whose grade would pass.
 * @element at-risk-approval
 * @useFor To open or close a course week with two numbers: who has passed, and who would by today’s grade.
 * @notFor To judge single learners; a grade of today is no forecast. Take at-risk-table.
 * @since 0.1
 *
 * @csspart tile - One number with its denominator.
 */
export class AtRiskApproval extends StatsElement {
  static override styles: CSSResultGroup = [StatsElement.styles, tileStyles];

  protected override get defaultProvider(): string {
    return 'xapi';
  }

  protected override readonly needs = ['enrollments.enrollment_status'] as const;
  protected override readonly skeleton = 'tiles';
  protected override readonly view = APPROVAL;
  protected override readonly companions = [{ view: UNDECIDED }] as const;

  /** No parts on demand are told of in its place either. */
  protected override get hasHeadline(): boolean {
    return false;
  }

  protected override titleText(): string {
    return msg('Approval', { id: 'at-risk-approval.title' });
  }

  protected override subtitle(): string {
    return msg('Enrolled now; who left does not count. A learner in two courses counts in each.', { id: 'at-risk-approval.subtitle' });
  }

  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    if (state.kind !== 'ready' || this.result === undefined || (numberCell(this.result, 'enrolled') ?? 0) !== 0) return state;
    return this.nothingState(this.result);
  }

  protected override emptyState(): WidgetState {
    return nobodyAtRisk(this.result, this.localized.language);
  }

  protected override get plotHeight(): 'compact' {
    return 'compact';
  }

  protected override renderBody(result: ViewData): TemplateResult {
    return renderTiles(this.#tiles(result));
  }

  /** The numbers, with what they are of and of how many it is not known. */
  protected override async exported(): Promise<ExportedView | undefined> {
    const notes = this.result && tileSentences(this.#tiles(this.result));
    const view = await super.exported();
    return view && notes && { ...view, notes };
  }

  #tiles(result: ViewData): readonly Tile[] {
    const [passed, enrolled, listed, would] = ['passed', 'enrolled', 'listed', 'listed_would_pass'].map((name) => {
      const count = numberCell(result, name);
      return count === undefined ? undefined : formatNumber(count, this.localized.language);
    });
    const share = numberCell(result, 'passed_share');
    const ofEnrolled =
      passed === undefined || enrolled === undefined
        ? []
        : [msg(str`${passed} of ${enrolled} enrolled`, { id: 'at-risk-approval.of-enrolled' })];
    const ofListed = listed === undefined ? [] : [msg(str`of ${listed} on the list`, { id: 'at-risk-approval.of-listed' })];
    const why = whyUnknown(this.pageDataset, ['enrollments.listed']);
    const whyPassed = whyUnknown(this.pageDataset, ['enrollments.passed']);
    return [
      {
        label: msg('Passed', { id: 'at-risk-approval.passed' }),
        figure: share === undefined ? share : formatValue(share, 'fraction', { locale: this.localized.language, timezone: this.zone }),
        notes: whyPassed === undefined ? ofEnrolled : [whyPassed],
      },
      {
        label: msg('At risk, but the grade would pass now', { id: 'at-risk-approval.would-pass' }),
        figure: why !== undefined ? undefined : isHiddenIn(result, 'listed_would_pass') ? hiddenText() : would,
        notes: why === undefined ? [...ofListed, ...this.#undecided(result)] : [why],
      },
    ];
  }

  #undecided(result: ViewData): readonly string[] {
    const answer = this.answers.get(UNDECIDED.id);
    if (isHiddenIn(answer, 'undecided')) {
      const isOfKnown = numberCell(result, 'listed') !== undefined;
      return isOfKnown ? [labelled(msg('not known', { id: 'value.unknown' }), hiddenText())] : [];
    }
    const [undecided, listed] = [numberCell(answer, 'undecided') ?? 0, numberCell(result, 'listed') ?? 0];
    if (undecided === 0) return [];
    return [
      undecided === listed
        ? msg('Not known: there is no grade yet, or the course names no pass mark.', { id: 'at-risk-approval.all-undecided' })
        : msg(str`Not known for ${formatNumber(undecided, this.localized.language)} of them: no grade yet, or no pass mark.`, {
            id: 'at-risk-approval.undecided',
          }),
    ];
  }
}

function isHiddenIn(answer: ViewData | undefined, name: string): boolean {
  return isHiddenColumn(answer?.columns.find((column) => column.name === name));
}
