import { msg, plural, str } from '../../../localize/msg.js';
import type { LoadInfo, ViewData } from '../../../workers/connect.js';
import { fieldLabel } from '../text/field-label.js';
import { formatNumber, formatTime, megabytes } from '../text/format.js';
import type { FormatOptions } from '../text/format.js';
import { numberFormat } from '../text/intl.js';
import { listed } from '../text/listed.js';
import type { PageDataset } from '../dataset/page-dataset.js';
import { progressSentence } from './progress-text.js';
import type { Notice } from './widget-state.js';

/**
 * What qualifies the numbers of a widget: their age after a failure, what could not be read, filters that do not reach it. Who may see
 * learners in groups only is shown no text of the source, which could be about one: where it stands is enough.
 */
export function noticesOf(
  dataset: PageDataset | undefined,
  result: ViewData | undefined,
  { timezone, locale }: FormatOptions,
  isInGroups: boolean,
): readonly Notice[] {
  const info = dataset?.info;
  if (dataset === undefined || info === undefined) return soFar(result, locale);
  return [
    ...soFar(result, locale),
    ...staleness(dataset, info, timezone, locale),
    ...unread(info, locale, isInGroups),
    ...unanswered(result),
  ];
}

/** How much of the data the drawing is of, while the rest streams in. */
function soFar(result: ViewData | undefined, locale: string): readonly Notice[] {
  if (result?.soFar === undefined) return [];
  const { loaded, total } = result.soFar;
  const sentence =
    total === undefined
      ? msg(str`So far: ${megabytes(loaded, locale)} MB read`, { id: 'notice.so-far' })
      : msg(str`So far: ${shareRead(loaded, total, locale)} read`, { id: 'notice.so-far-share' });
  return [{ kind: 'so-far', sentence, isPassing: true }];
}

/** In whole per cent, 99 % at most: what is shown so far is never all. */
function shareRead(loaded: number, total: number, locale: string): string {
  const share = Math.min(Math.floor((loaded / total) * 100), 99) / 100;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

function staleness(dataset: PageDataset, info: LoadInfo, timezone: string, locale: string): readonly Notice[] {
  if (dataset.status.kind !== 'stale') return [];
  const time = formatTime(info.generatedAt, { timezone, locale }, Date.now());
  const { error } = dataset.status;
  if (error === undefined) return [{ kind: 'refetching', sentence: refetching(time, dataset.status, locale) }];
  if (error.code === 'offline')
    return [
      { kind: 'offline', sentence: msg(str`Shown as of ${time}; the server cannot be reached.`, { id: 'notice.offline' }), retry: true },
    ];
  if (error.code === 'signed-out')
    return [{ kind: 'stale', sentence: msg(str`Shown as of ${time}; sign in to refresh.`, { id: 'notice.signed-out' }), retry: true }];
  return [{ kind: 'stale', sentence: msg(str`Shown as of ${time}; refresh failed.`, { id: 'notice.failed' }), retry: true }];
}

function refetching(time: string, { loaded, total }: { readonly loaded?: number; readonly total?: number }, locale: string): string {
  const waiting = msg(str`Shown as of ${time}; new data are on their way.`, { id: 'notice.refetching' });
  return loaded === undefined || loaded === 0 ? waiting : `${waiting} ${progressSentence(loaded, total, locale)}.`;
}

/** The place in a sentence on what could not be read there. */
const PLACE = /^[^"]*?(?:\bline \d+|(?=: expected ))/;

/** Such a sentence without what it quotes. */
function withoutQuotes(sentence: string): string {
  return PLACE.exec(sentence)?.[0] ?? sentence.replace(/"[^]*"/, '…');
}

function unread(info: LoadInfo, locale: string, isInGroups: boolean): readonly Notice[] {
  const { skipped, failed } = info.notes;
  const notices: Notice[] = [];
  if (skipped !== undefined && skipped.count > 0) {
    const [count, total] = [formatNumber(skipped.count, locale), formatNumber(skipped.total, locale)];
    const where = isInGroups ? skipped.place : skipped.first;
    notices.push({
      kind: 'partial',
      sentence: msg(str`${count} of ${total} lines skipped or read in part: ${where}`, { id: 'notice.skipped' }),
    });
  }
  const first = failed?.[0];
  if (failed !== undefined && first !== undefined) {
    const message = isInGroups ? withoutQuotes(first.message) : first.message;
    const sentence = msg(
      plural(
        failed.length,
        str`One part could not be loaded: ${message}`,
        str`${formatNumber(failed.length, locale)} parts could not be loaded; the first: ${message}`,
      ),
      { id: 'notice.failed-parts' },
    );
    notices.push({ kind: 'partial', sentence, retry: true });
  }
  return notices;
}

function unanswered(result: ViewData | undefined): readonly Notice[] {
  const fields = [...new Set(result?.unanswered.map((clause) => fieldLabel(clause.field)))];
  if (fields.length === 0) return [];
  return [
    { kind: 'unanswered', sentence: msg(str`Not filtered by ${listed(fields)}: these data do not say.`, { id: 'notice.unanswered' }) },
  ];
}
