import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { numberCell } from '../base/cell.js';
import { formatNumber, formatValue, UNKNOWN } from '../base/format.js';
import { StatsElement } from '../base/stats-element.js';
import { text } from '../base/tokens.js';
import type { WidgetState } from '../base/widget-state.js';
import { APPROVAL, nobodyAtRisk } from './nobody-at-risk.js';

/** Enrolments on the list of which it is not known whether their grade would pass: no grade yet, or no pass mark. */
const UNDECIDED: ViewSpec = {
  id: 'at-risk.undecided',
  table: 'enrollments',
  where: [{ field: 'listed', in: [true] }, { field: 'would_pass', in: [null] }],
  by: [],
  measures: [{ metric: 'at-risk.listed', as: 'undecided' }],
};

/**
 * How many of the enrolled learners have passed, and how many on the at-risk list would pass by their grade of today. Who left does
 * not count; a learner in two courses counts in each. Learners without a grade are told apart, never counted as failing.
 *
 * @summary Passed among enrolled, and learners at risk whose grade would pass.
 * @element at-risk-approval
 * @since 0.1
 *
 * @csspart tile - One number with its denominator.
 */
export class AtRiskApproval extends StatsElement {
  static override styles: CSSResultGroup = [
    StatsElement.styles,
    css`
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: var(--_space-4) var(--_space-5);
        margin: 0;
      }
      dt {
        ${text('title')}
      }
      dd {
        margin: 0;
      }
      .figure {
        ${text('figure')}
      }
      .of {
        color: var(--_muted);
      }
    `,
  ];

  /** What kind of host answers. */
  override provider = 'xapi';

  protected override readonly view = APPROVAL;
  protected override readonly companions = [{ view: UNDECIDED }] as const;

  protected override titleText(): string {
    return msg('Approval', { id: 'at-risk-approval.title' });
  }

  protected override subtitle(): string {
    return msg('Enrolled now; who left does not count. A learner in two courses counts in each.', { id: 'at-risk-approval.subtitle' });
  }

  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    const nobody = state.kind === 'ready' && numberCell(this.result, 'enrolled') === 0;
    return nobody && this.result?.applied.length === 0 ? this.emptyState() : state;
  }

  protected override emptyState(): WidgetState {
    return nobodyAtRisk(this.result, this.localized.language);
  }

  protected override get plotHeight(): 'compact' {
    return 'compact';
  }

  protected override renderBody(result: ViewData): TemplateResult {
    const count = (name: string): string => this.#number(numberCell(result, name));
    return html`
      <dl class="tiles">
        ${this.#renderTile(
          msg('Passed', { id: 'at-risk-approval.passed' }),
          formatValue(numberCell(result, 'passed_share') ?? null, 'fraction', { locale: this.localized.language, timezone: this.timezone }),
          msg(str`${count('passed')} of ${count('enrolled')} enrolled`, { id: 'at-risk-approval.of-enrolled' }),
        )}
        ${this.#renderTile(
          msg('At risk, but the grade would pass now', { id: 'at-risk-approval.would-pass' }),
          count('listed_would_pass'),
          msg(str`of ${count('listed')} on the list`, { id: 'at-risk-approval.of-listed' }),
          this.#undecided(result),
        )}
      </dl>`;
  }

  #undecided(result: ViewData): string | typeof nothing {
    const [undecided, listed] = [numberCell(this.answers.get(UNDECIDED.id), 'undecided') ?? 0, numberCell(result, 'listed') ?? 0];
    if (undecided === 0) return nothing;
    return undecided === listed
      ? msg('Not known: there is no grade yet, or the course names no pass mark.', { id: 'at-risk-approval.all-undecided' })
      : msg(str`Not known for ${this.#number(undecided)} of them: no grade yet, or no pass mark.`, { id: 'at-risk-approval.undecided' });
  }

  #renderTile(label: string, figure: string, of: string, note: string | typeof nothing = nothing): TemplateResult {
    const unknown = msg('not known', { id: 'value.unknown' });
    return html`
      <div part="tile">
        <dt>${label}</dt>
        <dd class="figure">${figure === UNKNOWN ? html`<span aria-hidden="true">${UNKNOWN}</span><span class="visually-hidden">${unknown}</span>` : figure}</dd>
        <dd class="of sentence">${of}</dd>
        ${note === nothing ? nothing : html`<dd class="of sentence">${note}</dd>`}
      </div>`;
  }

  #number(value: number | undefined): string {
    return value === undefined ? UNKNOWN : formatNumber(value, this.localized.language);
  }
}
