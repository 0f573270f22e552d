import type { PlayerEvent } from '../../../metrics/at-risk-video.js';
import { numberAt, numbersOf, textAt, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import { byCode, upTo } from './order.js';
import { PairCodes } from './pair-codes.js';
import type { SeenEvents } from './seen-events.js';
import { VIDEO_VERBS } from './vocabulary.js';

/** What one learner's player said of one video, in order of time. */
export interface Playback {
  /** The first of its rows. */
  readonly row: number;
  readonly played: readonly PlayerEvent[];
}

const PLAYER_VERBS: ReadonlyMap<string | null, PlayerEvent['verb']> = new Map([...VIDEO_VERBS.values()].map((verb) => [verb, verb]));

/** The given rows, which are of videos, by learner and video, in the order in which those come up. */
export function* playbacks({ events, times }: SeenEvents, rows: Int32Array): Generator<Playback> {
  const positions = numbersOf(events, 'position');
  const lengths = numbersOf(events, 'length');
  const verbs = textsOf(events, 'verb');
  const blocks = textsOf(events, 'block_id');
  const learners = new EnrollmentKeys().ofRows(events, rows);
  const players = new PairCodes();
  const playerOf = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) playerOf[at] = players.of(learners[at] ?? -1, blocks.codes[rows[at] ?? 0] ?? -1);
  const order = byCode(upTo(rows.length), playerOf, players.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const player = playerOf[order[from] ?? 0];
    const played: PlayerEvent[] = [];
    for (to = from; to < order.length && playerOf[order[to] ?? 0] === player; to++) {
      const row = rows[order[to] ?? 0] ?? 0;
      const verb = PLAYER_VERBS.get(textAt(verbs, row));
      if (verb === undefined) continue;
      played.push({ verb, time: times[row] ?? 0, position: numberAt(positions, row), length: numberAt(lengths, row) });
    }
    yield { row: rows[order[from] ?? 0] ?? 0, played };
  }
}
