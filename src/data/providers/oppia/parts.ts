import type { Part, PartKind, PartSource, PartState } from '../../parts.js';
import type { Snapshot } from '../../provider.js';
import { StatsError } from '../../stats-error.js';
import { rowsOf } from '../rows.js';
import { fetchCards, fetchStatistics, fetchThreads } from './fetch-part.js';
import { mergedParts, withoutPrivate } from './merge-parts.js';
import { OF_STATISTICS } from './of-statistics.js';

/** Columns of the raw explorations that say whether a part is there (true), could not be had (false) or was not asked for. */
const PART_FLAGS: Readonly<Record<PartKind, string>> = {
  statistics: 'counted',
  feedback: 'threads_read',
  cards: 'cards_read',
};

const FED_BY_STATISTICS: ReadonlySet<string> = new Set(OF_STATISTICS);

const FETCH = { statistics: fetchStatistics, feedback: fetchThreads, cards: fetchCards } as const;

/** Statistics, feedback threads, and what is told of cards, which Oppia answers for one exploration at a time. */
export const oppiaParts: PartSource = {
  states(snapshot, kind) {
    const isOnDemand = snapshot.notes.onDemand?.includes(kind) === true;
    // Statistics that were not handed over are unknown row by row.
    if (!isOnDemand && kind === 'statistics') return undefined;
    const states = new Map<string, PartState>();
    for (const row of rowsOf(snapshot.tables.get('explorations'))) {
      const flag = row.flag(PART_FLAGS[kind]);
      states.set(row.text('exploration') ?? '', flag === null ? 'waiting' : flag ? 'there' : 'failed');
    }
    return isOnDemand || [...states.values()].includes('failed') ? states : undefined;
  },
  title(snapshot, id) {
    for (const row of rowsOf(snapshot.tables.get('explorations'))) {
      if (row.text('exploration') === id) return row.text('title') || id;
    }
    return id;
  },
  fetch(kind, id, { src }, context) {
    if (src === undefined) return Promise.reject(new StatsError('no-source', 'Provider "oppia": parts are asked for only beside src.'));
    return FETCH[kind](src, id, context);
  },
  merge: (snapshot: Snapshot, parts: readonly Part[]) => mergedParts(snapshot, parts),
  storable: (snapshot) => withoutPrivate(snapshot),
  fedBy(column) {
    // Which exploration a part is about is known before it has come.
    if (column.endsWith('.exploration')) return undefined;
    if (FED_BY_STATISTICS.has(column) || /^(?:states|insights)\./.test(column)) return 'statistics';
    if (column.startsWith('issues.')) return 'cards';
    return column.startsWith('feedback.') ? 'feedback' : undefined;
  },
};
