import { msg, plural, str } from '../../../localize/msg.js';
import type { PartKind, PartNeed, PartStatus } from '../../../workers/connect.js';
import { formatNumber, shortText } from '../text/format.js';
import type { PageDataset } from '../dataset/page-dataset.js';
import { sentenceOf } from './state-of.js';
import type { Notice, NoticeAction, WidgetState } from './widget-state.js';

/** How many explorations are done with, those whose part could not be had among them, and how many of all have come. */
interface Amount {
  readonly done: number;
  readonly loaded: number;
  readonly total: number;
}

/** Of the explorations that decide: as told since the answer where all decide, else as in the answer. */
function amount(need: PartNeed, status: PartStatus | undefined): Amount {
  const done = need.of - need.waiting;
  const told = status !== undefined && need.scope === 'all' && status.of === need.of ? amountTold(status) : undefined;
  return told !== undefined && told.done > done ? told : { done, loaded: done - need.failed, total: need.of };
}

function amountTold({ there, failed, of }: PartStatus): Amount {
  return { done: there + failed.length, loaded: there, total: of };
}

/**
 * What a widget says in the place of its drawing while parts that decide it are missing; `isComing`: they are asked for, or will be at
 * once.
 */
export function partsState(
  dataset: PageDataset,
  need: PartNeed,
  isComing: boolean,
  locale: string,
): Extract<WidgetState, { kind: 'awaiting' }> {
  const { amounts, progress, action, isRunning, reason } = stand(dataset, need, isComing);
  const [loaded, total] = written(amounts, locale);
  const isOne = progress.total === 1 && !isRunning;
  const statistics = isOne ? needsOne() : statisticsSentence(loaded, total, isRunning);
  const sentence = need.kind === 'feedback' ? feedbackSentence(loaded, total) : statistics;
  return { kind: 'awaiting', sentence: joined(reason, sentence), isRunning, ...progress, action };
}

/** What qualifies a drawing whose order, rows or totals lack parts; and which parts could not be had. */
export function partsNotices(dataset: PageDataset, need: PartNeed, isComing: boolean, locale: string): readonly Notice[] {
  const failed = [...failure(dataset, need, locale), ...notGiven(dataset, need, locale)];
  if (need.waiting === 0) return failed;
  const { amounts, progress, action, reason } = stand(dataset, need, isComing);
  // Rows say themselves that they are still to come, but not that nothing more is asked for.
  if (need.because === 'rows') return reason === '' ? failed : [{ kind: 'partial', sentence: reason, action }, ...failed];
  const [loaded, total] = written(amounts, locale);
  return [{ kind: 'so-far', sentence: joined(reason, qualified(need, loaded, total)), progress, action }, ...failed];
}

/**
 * What a whole says for all its parts while statistics are missing: how many of how many are there, and how to stop or to go on.
 * Undefined once all are there, or where they are not asked for on demand.
 */
export function wholePartsNotice(dataset: PageDataset, locale: string): Notice | undefined {
  const { demand } = dataset;
  const status = demand.statuses.get('statistics');
  if (status === undefined) return undefined;
  const amounts = amountTold(status);
  if (amounts.done >= amounts.total) return undefined;
  const isRunning = status.stopped === undefined && demand.asksForMore('statistics');
  const [loaded, total] = written(amounts, locale);
  const reason = status.stopped === undefined ? '' : sentenceOf(status.stopped);
  const sentence = msg(str`Statistics of ${loaded} of ${total} explorations are loaded.`, { id: 'parts.loading' });
  return {
    kind: 'so-far',
    sentence: joined(reason, sentence),
    progress: progressOf(amounts),
    action: actionOf(dataset, isRunning, 'statistics'),
  };
}

/** That there is nothing to draw, as statistics could not be had; undefined where that is not why. */
export function lackingState(need: PartNeed | undefined, locale: string): WidgetState | undefined {
  if (need === undefined || need.failed === 0) return undefined;
  const sentence = need.of === 1 ? needsOne() : statisticsSentence(...written(amount(need, undefined), locale), false);
  return { kind: 'unknown', sentence };
}

/** What a part of such a whole says in the place of its drawing. */
export function waitsForAll(): string {
  return msg('Not drawn before the statistics of all explorations are loaded.', { id: 'parts.waits' });
}

/** Of a number that was not asked for yet. */
export function notLoadedYet(): string {
  return msg('not loaded yet', { id: 'parts.waiting' });
}

/** Why a number is missing that comes with a part on demand: the part has not arrived yet, or could not be loaded. */
export type MissingBecause = 'waiting' | 'failed';

/** What is said of such a number. */
export function missingText(because: MissingBecause): string {
  return because === 'waiting' ? notLoadedYet() : msg('could not be loaded', { id: 'parts.failed-one' });
}

interface Stand {
  readonly amounts: Amount;
  readonly progress: { readonly loaded: number; readonly total: number };
  readonly action: NoticeAction;
  readonly isRunning: boolean;
  readonly reason: string;
}

function stand(dataset: PageDataset, need: PartNeed, isComing: boolean): Stand {
  const { demand } = dataset;
  const status = demand.statuses.get(need.kind);
  const isRunning = isComing && status?.stopped === undefined;
  const reason = status?.stopped === undefined ? '' : sentenceOf(status.stopped);
  const amounts = amount(need, status);
  return { amounts, progress: progressOf(amounts), action: actionOf(dataset, isRunning), isRunning, reason };
}

function progressOf({ done, total }: Amount): Stand['progress'] {
  return { loaded: done, total };
}

function written({ loaded, total }: Amount, locale: string): readonly [loaded: string, total: string] {
  return [formatNumber(loaded, locale), formatNumber(total, locale)];
}

function actionOf(dataset: PageDataset, isRunning: boolean, whole?: PartKind): NoticeAction {
  return isRunning
    ? { label: msg('Stop', { id: 'parts.stop' }), act: () => dataset.pauseParts() }
    : { label: msg('Load the others', { id: 'parts.load' }), act: () => dataset.loadParts(whole) };
}

function needsOne(): string {
  return msg('This needs the statistics of the exploration, which are not loaded.', { id: 'parts.needs-one' });
}

function statisticsSentence(loaded: string, total: string, isRunning: boolean): string {
  return isRunning
    ? msg(str`Statistics of ${loaded} of ${total} explorations are loaded.`, { id: 'parts.loading' })
    : msg(str`This needs the statistics of all ${total} explorations; ${loaded} are loaded.`, { id: 'parts.needs-all' });
}

function feedbackSentence(loaded: string, total: string): string {
  return msg(str`Feedback of ${loaded} of ${total} explorations is loaded.`, { id: 'parts.feedback' });
}

function qualified({ kind, because }: PartNeed, loaded: string, total: string): string {
  if (kind === 'feedback') return feedbackSentence(loaded, total);
  if (because === 'sort')
    return msg(str`Sorted by what is loaded so far, ${loaded} of ${total} explorations; the others stand last.`, { id: 'parts.sorted' });
  if (because === 'filter')
    return msg(str`Filtered by what is loaded so far, ${loaded} of ${total} explorations.`, { id: 'parts.filtered' });
  return msg(str`Totals need the statistics of all ${total} explorations; ${loaded} are loaded.`, { id: 'parts.totals' });
}

function failure(dataset: PageDataset, need: PartNeed, locale: string): readonly Notice[] {
  const all = dataset.demand.statuses.get(need.kind)?.failed ?? [];
  const failed = need.scope === 'all' ? all : all.filter(({ id }) => need.scope.includes(id));
  const first = failed[0];
  if (first === undefined) return [];
  const [title, reason, others] = [shortText(first.title), sentenceOf(first.error), formatNumber(failed.length - 1, locale)];
  const sentence =
    failed.length === 1
      ? msg(str`${title} could not be loaded: ${reason}`, { id: 'parts.failed' })
      : msg(
          plural(
            failed.length - 1,
            str`${title} and 1 other could not be loaded: ${reason}`,
            str`${title} and ${others} others could not be loaded: ${reason}`,
          ),
          {
            id: 'parts.failed-many',
          },
        );
  const action = { label: msg('Retry', { id: 'action.retry' }), act: () => dataset.retryParts() };
  return [{ kind: 'partial', sentence, action }];
}

/** Of how many explorations feedback is known, where the host does not tell it of some, and does not fail. */
function notGiven({ demand }: PageDataset, need: PartNeed, locale: string): readonly Notice[] {
  const failures = demand.statuses.get(need.kind)?.failed.length ?? 0;
  const isNotTold = need.kind === 'feedback' && need.waiting === 0 && need.failed > failures;
  return isNotTold ? [{ kind: 'partial', sentence: feedbackLoaded(need, locale) }] : [];
}

/** "Feedback of 3 of 4 explorations is loaded." */
export function feedbackLoaded(need: PartNeed, locale: string): string {
  return feedbackSentence(...written(amount(need, undefined), locale));
}

function joined(reason: string, sentence: string): string {
  return reason === '' ? sentence : `${reason} ${sentence}`;
}
