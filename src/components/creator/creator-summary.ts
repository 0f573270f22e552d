import { msg, plural, str } from '../../localize/msg.js';
import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localMeaning } from '../../localize/dictionary.js';
import { averageSide } from '../../metrics/comparison.js';
import type { Compared, ComparedExploration } from '../../metrics/comparison.js';
import { completionRate } from '../../metrics/completion-rate.js';
import { isOfLastWeek } from '../../metrics/dated-snapshot.js';
import type { Clause, Unit, ViewSpec } from '../../metrics/types.js';
import type { ViewData } from '../../workers/connect.js';
import { cell, numberCell, rowsIn } from '../base/dataset/cell.js';
import type { ExportedView } from '../base/menu/exporting.js';
import { formatNumber, formatValue } from '../base/text/format.js';
import type { PartWish } from '../base/dataset/parts-controller.js';
import { labelled } from '../base/focus/labelled.js';
import { missingText } from '../base/states/parts-text.js';
import type { MissingBecause } from '../base/states/parts-text.js';
import { nothingIn, ofAll } from '../base/states/state-of.js';
import { StatsElement } from '../base/stats-element.js';
import { renderTiles, tileSentences, tileStyles } from '../base/shell/tiles.js';
import type { Tile } from '../base/shell/tiles.js';
import { renderDefinition } from '../base/states/states.js';
import type { Notice, WidgetState } from '../base/states/widget-state.js';
import { addedText, changeText } from './change-text.js';
import { comparedExplorations } from './comparison-answer.js';
import { contradictionText } from './contradicting-rates.js';
import { withUnknown } from './derived-answer.js';
import { AVERAGED, partText } from './my-average.js';
import { noExploration, noExplorationYet, nobodyRated, nobodyStarted, unknownOfSome } from './no-exploration.js';
import { whyUnknown } from '../base/states/not-recorded.js';
import { oneExploration } from './one-exploration.js';
import { explorationsIn, MOST_STARTED } from './shown-exploration.js';
import { knownSessions, timeSource, timeWeightingText } from './time-source.js';

const OF_ONE = [
  'title',
  'plays',
  'starts',
  'completions',
  'completion_rate',
  'average_rating',
  'ratings',
  'open_feedback',
  'feedback',
  'average_engagement_seconds',
] as const;

/** The date of the host's snapshot. */
const LAST_WEEK: ViewSpec = { id: 'creator.last-week', table: 'creator', select: ['last_week'] };

const OF_LAST_WEEK = '_last_week';

const ENGAGEMENT = { view: 'creator.engagement' } as const;

/**
 * A creator's numbers in short: plays, completion rate, average rating with the number of ratings, open feedback, subscribers and
 * average engagement time, with what changed since the last weekly snapshot. Where a filter leaves one exploration, its numbers instead.
 *
 * @summary Plays, completion, rating, feedback, subscribers and time in short.
 * @element creator-summary
 * @useFor At the top of a creator’s page: seven numbers, and what changed since last week.
 * @notFor For numbers over time; take creator-trend-chart.
 * @since 0.1
 *
 * @slot heading - Instead of the title.
 * @slot empty - Shown where the creator has no exploration.
 * @fires {LoadEvent} stats-load - Data are there, first or anew.
 * @fires {StatsErrorEvent} stats-error - Data could not be loaded.
 * @csspart base - The card.
 * @csspart tile - One number with what it is of.
 */
export class CreatorSummary extends StatsElement {
  static override styles: CSSResultGroup = [
    StatsElement.styles,
    tileStyles,
    css`
      .tiles {
        --_tile-width: 16rem;
      }
    `,
  ];

  /** Shows the numbers of this exploration alone. */
  @property() exploration?: string | null | undefined;

  protected override readonly needs = ['creator'] as const;
  protected override readonly skeleton = 'tiles';
  protected override readonly view = 'creator.summary';
  protected override readonly companions = [MOST_STARTED, ENGAGEMENT, { view: LAST_WEEK }, { view: AVERAGED, clauses: [] }] as const;

  /** @internal Of one exploration its own part is enough; what the dashboard says of all is told at once. */
  override get partWish(): PartWish {
    const one = this.#one;
    const rows = one?.parts === undefined ? undefined : explorationsIn(one).map(({ id }) => id);
    return rows === undefined ? { need: this.result?.parts, drawsSoFar: true } : { need: one?.parts, seen: rows, drawsSoFar: true };
  }

  protected override get plotHeight(): 'compact' {
    return 'compact';
  }

  protected override get notices(): readonly Notice[] {
    return this.#one === undefined && this.drawnState.kind !== 'empty'
      ? super.notices
      : super.notices.filter(({ kind }) => kind !== 'unanswered');
  }

  protected override fixedClauses(): readonly Clause[] {
    return oneExploration(this.exploration);
  }

  protected override titleText(): string {
    return msg('In short', { id: 'creator-summary.title' });
  }

  protected override subtitle(): string {
    const [shown] = explorationsIn(this.#one);
    if (shown === undefined && this.exploration && this.drawnState.kind !== 'ready') return '';
    return shown === undefined
      ? msg(
          'All explorations together, up to now. Plays and ratings are the site’s own totals where it has them, which may count other explorations than those listed.',
          { id: 'creator-summary.subtitle' },
        )
      : msg(str`${shown.title}, up to now.`, { id: 'creator-summary.subtitle-one' });
  }

  /** Of one exploration that is not there: the creator's totals are no numbers of it. */
  protected override get widgetState(): WidgetState {
    const state = super.widgetState;
    const explorations = this.answers.get(MOST_STARTED.view);
    const isNone = Boolean(this.exploration) && explorations?.length === 0 && ofAll(explorations);
    return state.kind === 'ready' && isNone
      ? nothingIn(this.pageDataset, explorations, { empty: () => this.emptyState(), needs: this.needs })
      : state;
  }

  protected override emptyState(): WidgetState {
    return noExploration(this.exploration);
  }

  protected override renderBody(result: ViewData): TemplateResult {
    return renderTiles(this.#tiles(result));
  }

  /** The numbers of the tiles, and what stands under them. */
  protected override exported(): Promise<ExportedView | undefined> {
    const [one, all] = [this.#one, this.result];
    if (all === undefined) return Promise.resolve(undefined);
    const result = one ?? this.#withRecentLastWeek(all);
    const columns = one === undefined ? this.shownNames() : OF_ONE;
    return Promise.resolve({
      result,
      columns: columns.map((column) => {
        const missing = missingBecause(result, column);
        return { column, instead: () => missing && missingText(missing) };
      }),
      notes: [...this.#countNotes(result), ...tileSentences(this.#tiles(all))],
    });
  }

  /** Of how many explorations the counts are that stand in files beside the rate, where that is not all of them. */
  #countNotes(totals: ViewData): readonly string[] {
    const of = this.#one === undefined ? this.#partNote(totals, 'completion_rate') : [];
    return ['starts', 'completions'].flatMap((name) => of.map((note) => labelled(localMeaning(`creator.${name}`)?.label ?? name, note)));
  }

  /** The one exploration that filters leave. */
  get #one(): ViewData | undefined {
    const explorations = this.answers.get(MOST_STARTED.view);
    return explorations?.length === 1 && explorations.applied.length > 0 ? explorations : undefined;
  }

  /** The explorations that the numbers are of: totals are of all, whatever filters leave. */
  get #counted(): ViewData | undefined {
    return this.#one ?? this.answers.get(AVERAGED.id);
  }

  #tiles(result: ViewData): readonly Tile[] {
    const one = this.#one;
    const totals = this.#withRecentLastWeek(result);
    return one === undefined ? this.#tilesOf(totals, 'creator', totals) : this.#tilesOf(one, 'explorations', undefined);
  }

  /** `totals`: where the numbers are the creator's, with those of last week. */
  #tilesOf(from: ViewData, table: 'creator' | 'explorations', totals: ViewData | undefined): readonly Tile[] {
    const locale = this.localized.language;
    const count = (name: string): number => numberCell(from, name) ?? 0;
    const tile = (name: string, unit: Unit, label: string, notes: Tile['notes'] = []): Tile => {
      const value = numberCell(from, name);
      if (value !== undefined) return { label, figure: formatValue(value, unit, { locale, timezone: this.zone }), notes };
      const missing = missingBecause(from, name);
      if (missing !== undefined) return { label, figure: missing === 'waiting' ? '…' : undefined, notes: [missingText(missing)] };
      return {
        label,
        figure: undefined,
        notes: ofNothing(from, name, this.#counted?.total) ?? this.#whyUnknown(name, [`${table}.${name}`, `explorations.${name}`]),
      };
    };
    const changed = (name: string, isTotal = false): Tile['notes'] => {
      if (totals === undefined) return [];
      const now = numberCell(totals, name) ?? null;
      const before = numberCell(totals, `${name}${OF_LAST_WEEK}`) ?? null;
      const since = this.#snapshotDate === null ? '' : formatValue(this.#snapshotDate, 'date', { locale, timezone: this.zone });
      return [isTotal ? addedText(now, before, since, locale) : changeText(now, before, since, locale)];
    };
    const ratings =
      numberCell(from, 'ratings') === undefined
        ? []
        : [
            msg(plural(count('ratings'), 'of 1 rating', str`of ${formatNumber(count('ratings'), locale)} ratings`), {
              id: 'creator-summary.ratings',
            }),
          ];
    return [
      tile('plays', 'plays', msg('Plays', { id: 'creator-summary.plays' }), changed('plays', true)),
      tile('completion_rate', 'fraction', msg('Completion rate', { id: 'creator-summary.completion' }), [
        ...this.#rateNote(from),
        ...((numberCell(from, 'completion_rate') ?? 0) > 1 ? [contradictionText()] : []),
        ...this.#partNote(totals, 'completion_rate'),
      ]),
      tile('average_rating', 'stars', msg('Average rating', { id: 'creator-summary.rating' }), [
        ...ratings,
        ...this.#partNote(totals, 'average_rating'),
        ...(totals !== undefined && numberCell(totals, `ratings${OF_LAST_WEEK}`) === 0 ? [] : changed('average_rating')),
      ]),
      tile('open_feedback', 'threads', msg('Open feedback', { id: 'creator-summary.feedback' }), [
        numberCell(from, 'feedback') === undefined
          ? msg('threads', { id: 'creator-summary.threads' })
          : msg(plural(count('feedback'), 'of 1 thread', str`of ${formatNumber(count('feedback'), locale)} threads`), {
              id: 'creator-summary.of-threads',
            }),
      ]),
      ...(totals === undefined ? [] : [tile('subscribers', 'learners', msg('Subscribers', { id: 'creator-summary.subscribers' }))]),
      tile('average_engagement_seconds', 'seconds', msg('Average time', { id: 'creator-summary.time' }), this.#timeNotes(totals)),
    ];
  }

  get #snapshotDate(): string | null {
    const date = cell(this.answers.get(LAST_WEEK.id), 'last_week');
    return typeof date === 'string' ? date : null;
  }

  /** The totals, without last week's numbers where the host took them before last week began, or today. */
  #withRecentLastWeek(totals: ViewData): ViewData {
    const isRecent = isOfLastWeek(this.#snapshotDate, this.pageDataset?.info?.now ?? NaN);
    return isRecent ? totals : withUnknown(totals, (name) => name.endsWith(OF_LAST_WEEK));
  }

  /** Where the time is from, and of how many sessions it is known. */
  #timeNotes(totals: ViewData | undefined): readonly string[] {
    const sessions = totals === undefined ? this.answers.get(ENGAGEMENT.view) : this.#counted;
    const known = knownSessions(sessions, this.localized.language);
    const part = this.#partNote(totals, 'average_engagement_seconds');
    return [...part, known, timeSource(this.pageDataset), this.#weighting(totals)].filter(Boolean);
  }

  /** What the time of all explorations is weighted by, where it is the mean of theirs and no host's own. */
  #weighting(totals: ViewData | undefined): string {
    return totals !== undefined && this.#isMeanOfAll(totals, 'average_engagement_seconds') ? timeWeightingText(this.#compared) : '';
  }

  get #compared(): ReadonlyMap<string, ComparedExploration> {
    const all = this.answers.get(AVERAGED.id);
    return all === undefined ? new Map() : comparedExplorations(all, all, this.pageDataset);
  }

  /** Whether a total is the mean of what the explorations have, and no host's own. */
  #isMeanOfAll(totals: ViewData | undefined, name: Compared): boolean {
    const [mean, told] = [averageSide([...this.#compared.values()])[name], numberCell(totals, name)];
    return Math.abs((mean ?? NaN) - (told ?? NaN)) < 1e-6;
  }

  #whyUnknown(name: string, about: readonly string[]): Tile['notes'] {
    const sentence =
      whyUnknown(this.pageDataset, about) ??
      (this.#isKnownOfSome(name) ? unknownOfSome() : msg('Nothing is recorded of it.', { id: 'creator-summary.unknown' }));
    return [{ sentence, drawn: html`${sentence} ${renderDefinition({ about }, { explain: () => void this.explain(about) })}` }];
  }

  /** Whether some explorations have the number, or the ratings that it is of, and others do not. */
  #isKnownOfSome(name: string): boolean {
    const explorations = this.#counted;
    const needed = name === 'average_rating' ? [name, 'ratings'] : [name];
    const cells = rowsIn(explorations)
      .map((row) => needed.map((each) => numberCell(explorations, each, row)))
      .filter(([, ratings]) => ratings !== 0);
    return cells.some(([first]) => first !== undefined) && cells.some((those) => those.includes(undefined));
  }

  /** Of how many explorations a total is, where that is not all of them. */
  #partNote(totals: ViewData | undefined, name: Compared): readonly string[] {
    if (totals === undefined || (name !== 'completion_rate' && !this.#isMeanOfAll(totals, name))) return [];
    return [partText(this.#compared.values(), name, this.localized.language)].filter(Boolean);
  }

  /** What the rate is of; nothing where that is not what the counts beside it come to, some explorations having one of both alone. */
  #rateNote(from: ViewData): readonly string[] {
    if (cell(from, 'completion_rate_source') === 'supplied')
      return [msg('as supplied; of what is not stated', { id: 'creator-summary.supplied' })];
    const [completions = null, starts = null, rate] = ['completions', 'starts', 'completion_rate'].map((name) => numberCell(from, name));
    if (completions === null || starts === null || completionRate(completions, starts) !== rate) return [];
    const [some, all] = [completions, starts].map((count) => formatNumber(count, this.localized.language));
    return [
      msg(plural(starts, str`${some ?? ''} of 1 start completed`, str`${some ?? ''} of ${all ?? ''} starts completed`), {
        id: 'creator-summary.of-starts',
      }),
    ];
  }
}

/** Why a mean or a share is not known that is of nothing; undefined where that is not the reason. */
function ofNothing(from: ViewData, name: string, explorations: number | undefined): readonly string[] | undefined {
  if (name === 'average_rating' && numberCell(from, 'ratings') === 0) return [nobodyRated()];
  if (name !== 'completion_rate') return undefined;
  if (explorations === 0) return [noExplorationYet()];
  return numberCell(from, 'starts') === 0 ? [nobodyStarted()] : undefined;
}

/** Why a number has no value yet; undefined where its parts have arrived or it needs none. */
function missingBecause({ parts }: ViewData, name: string): MissingBecause | undefined {
  if (parts?.columns.includes(name) !== true) return undefined;
  if (parts.waiting > 0) return 'waiting';
  return parts.failed > 0 && parts.failed === parts.of ? 'failed' : undefined;
}
