import { localMeaning } from '../../../localize/dictionary.js';
import { hiddenGroups } from '../../../metrics/small-groups.js';
import type { Params } from '../../../metrics/types.js';
import type { ResultColumn, ViewData } from '../../../workers/connect.js';
import { hiddenRows, isHiddenRow } from './audience.js';
import { cell, numberCell, rowsIn } from '../dataset/cell.js';
import { keepRows } from '../dataset/keep-rows.js';
import { allHidden, filteredHidden } from './small-groups-text.js';
import type { ViewAnswers } from '../dataset/view-answers.js';
import type { WidgetState } from '../states/widget-state.js';

export { someHidden } from './small-groups-text.js';

/** The learners of a row and of all before it. */
const RUNNING = 'at-risk.cumulative-learners';
/** The view of those on the list of whom it is not known, and the columns of all on the list and of those who would pass. */
const [UNDECIDED, LISTED, WOULD_PASS] = ['at-risk.undecided', 'listed', 'listed_would_pass'] as const;

/** An answer as it is seen in groups: under filters without its numbers, as two answers could be subtracted. */
function answerInGroups(answer: ViewData, least: number, isFiltered: boolean): ViewData {
  return withoutSmallGroups(answer, isFiltered ? Infinity : least);
}

/**
 * Rows of a table as they are seen so, and of these the ones that are asked for. In rows that are sorted by a number the withheld stand
 * last, in the order of their names: their place among the others would tell of it.
 */
export function rowsInGroups(answer: ViewData, least: number, isFiltered: boolean, { limit, offset = 0, sort }: Params): ViewData {
  const safe = answerInGroups(answer, least, isFiltered);
  if (hiddenRows(safe) === safe.length) return safe;
  const isMeasure = ({ name, field, data }: ResultColumn): boolean =>
    name === sort?.[0]?.column && field === undefined && data.type === 'number';
  const rows = safe.columns.some(isMeasure) ? withheldLast(safe) : rowsIn(safe);
  const asked = rows.slice(offset, limit === undefined ? undefined : offset + limit);
  return { ...keepRows(safe, asked), total: safe.total, withheld: hiddenRows(safe) };
}

function withheldLast(safe: ViewData): readonly number[] {
  const name = safe.columns.find(({ data }) => data.type === 'category')?.name ?? '';
  const label = (row: number): string => String(cell(safe, name, row));
  const isHidden = (row: number): boolean => isHiddenRow(safe, row);
  const shown = rowsIn(safe).filter((row) => !isHidden(row));
  return [
    ...shown,
    ...rowsIn(safe)
      .filter(isHidden)
      .sort((a, b) => label(a).localeCompare(label(b), undefined, { numeric: true })),
  ];
}

/**
 * Answers of one moment as they are seen so: rows of tables those that their parameters ask for, which stand by the view of a companion.
 */
export function answersInGroups(
  { result, ghost, answers, names }: ViewAnswers,
  least: number,
  isFiltered: boolean,
  { own, companions }: { readonly own: Params; readonly companions: ReadonlyMap<string, Params> },
): ViewAnswers {
  const seen = (answer: ViewData, params: Params = {}): ViewData =>
    params.limit === undefined ? answerInGroups(answer, least, isFiltered) : rowsInGroups(answer, least, isFiltered, params);
  const safe = {
    result: seen(result, own),
    ghost: ghost && seen(ghost),
    answers: new Map([...answers].map(([id, answer]) => [id, seen(answer, companions.get(id))])),
    names,
  };
  return isFiltered ? safe : withoutRestOfList({ result, ghost, answers, names }, safe, least);
}

/**
 * Who would pass, of whom it is not known and who would fail are the parts of one list: where one of the last two is few, who would pass is
 * withheld, as it could be subtracted. That it is not known of nobody is told.
 */
function withoutRestOfList(raw: ViewAnswers, safe: ViewAnswers, least: number): ViewAnswers {
  const [of, seen] = [raw, safe].map(({ answers }) => answers.get(UNDECIDED));
  const [listed, would] = [LISTED, WOULD_PASS].map((name) => numberCell(raw.result, name));
  if (of === undefined || seen === undefined || listed === undefined || would === undefined) return safe;
  const undecided = numberCell(of, 'undecided') ?? 0;
  const answers = undecided === 0 ? new Map([...safe.answers, [UNDECIDED, of]]) : safe.answers;
  const rest = listed - would - undecided;
  const isTold = hiddenRows(safe.result) > 0 || (hiddenRows(answers.get(UNDECIDED)) === 0 && (rest <= 0 || rest >= least));
  return { ...safe, answers, result: isTold ? safe.result : withoutNumbers(safe.result, ({ name }) => name === WOULD_PASS) };
}

/**
 * The state of numbers that are all withheld, and of an answer without groups: that there is none tells of few, too. Undefined where one is
 * not.
 */
export function withheldState(result: ViewData | undefined, least: number, isFiltered: boolean, locale: string): WidgetState | undefined {
  if (result === undefined || hiddenRows(result) < result.total) return undefined;
  return isFiltered ? filteredHidden() : allHidden(least, locale);
}

/**
 * An answer without the numbers of groups of fewer than `least` learners, and of as many others as it takes that these cannot be
 * subtracted. All numbers of such a group go: a mean of one learner is that learner. Where an answer does not say how many learners its
 * groups have, none of its numbers stays; of one group alone neither few learners nor all but few are told. A running total goes from all
 * rows with the first that is hidden, as the total after that, less the one before, is what is hidden; and where it rises by few.
 */
function withoutSmallGroups(result: ViewData, least: number): ViewData {
  const measures = result.columns.filter(({ field, data }) => field === undefined && data.type === 'number');
  const counts = measures.filter(({ meaning }) => localMeaning(meaning)?.unit === 'learners').map(({ name }) => name);
  const isGrouped = result.columns.some(({ field }) => field !== undefined);
  const hidden = isGrouped
    ? hiddenGroups(
        rowsIn(result).map((row) => (counts.length === 0 ? null : leastCount(result, counts, row))),
        least,
      )
    : [
        isTelling(
          counts.flatMap((name) => numberCell(result, name) ?? []),
          least,
        ),
      ];
  if (!hidden.includes(true) && !risesByFew(result, least)) return result;
  return withoutNumbers(result, ({ meaning }, row) => meaning === RUNNING || hidden[row] === true);
}

/** Whether a running total tells of few who came for the first time. */
function risesByFew(result: ViewData, least: number): boolean {
  const running = result.columns.find(({ meaning }) => meaning === RUNNING)?.name;
  const totals = running === undefined ? [] : rowsIn(result).flatMap((row) => numberCell(result, running, row) ?? []);
  return totals.some((total, at) => at > 0 && total > (totals[at - 1] ?? 0) && total - (totals[at - 1] ?? 0) < least);
}

/** An answer without some of its numbers. */
function withoutNumbers(result: ViewData, isHidden: (column: ResultColumn, row: number) => boolean): ViewData {
  const columns = result.columns.map((column): ResultColumn => {
    if (column.field !== undefined || column.data.type !== 'number') return column;
    const hidden = Uint8Array.from(rowsIn(result), (row) => Number(isHidden(column, row)));
    const values = column.data.values.map((value, row) => (hidden[row] === 1 ? NaN : value));
    return { ...column, data: { type: 'number', values }, hidden };
  });
  return { ...result, columns };
}

function leastCount(result: ViewData, counts: readonly string[], row: number): number | null {
  const values = counts.map((name) => cell(result, name, row));
  return values.some((value) => value === null) ? null : Math.min(...values.map(Number));
}

/** Whether one of the numbers is of few learners, or of all but few. */
function isTelling(counts: readonly number[], least: number): boolean {
  const whole = Math.max(0, ...counts);
  return counts.some((count) => count < least || (count < whole && whole - count < least));
}
