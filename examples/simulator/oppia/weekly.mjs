import { DAY, HOUR, WEEK, dateOf, mondayOf } from '../clock.mjs';

/** @typedef {import('./world.mjs').OppiaWorld} OppiaWorld */
/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ num_ratings?: number, average_ratings: number | null, total_plays: number }} Snapshot */

/** Weeks of the list that are odd on purpose, counted from the oldest. */
const WITHOUT_NUM_RATINGS = 6;
const MISSING_WEEK = 9;
const DOUBLED_WEEK = 14;
/** Until this week the plays of an exploration that was deleted then were still counted: the total goes down. */
const RECOUNTED_WEEK = 19;

/**
 * The creator's weekly snapshots as Oppia's Monday job appends them: cumulative, one date key an item, the older ones without
 * `num_ratings`; one week is missing, one date is there twice, and once the total went down.
 * @param {OppiaWorld} world
 * @returns {Record<string, Snapshot>[]} oldest first
 */
export function weeklySnapshots(world) {
  const totals = snapshotTotals(world);
  const before = totals[RECOUNTED_WEEK - 1]?.plays ?? 0;
  const recounted = totals[RECOUNTED_WEEK]?.plays ?? 0;
  const deletedPlays = recounted - before + 5;
  /** @type {Record<string, Snapshot>[]} */
  const list = [];
  totals.forEach((total, index) => {
    if (index === MISSING_WEEK) return;
    const snapshot = {
      ...(index < WITHOUT_NUM_RATINGS ? {} : { num_ratings: total.ratings }),
      average_ratings: total.ratings === 0 ? null : total.stars / total.ratings,
      total_plays: total.plays + (index < RECOUNTED_WEEK ? deletedPlays : 0),
    };
    list.push({ [total.date]: snapshot });
    if (index === DOUBLED_WEEK) list.push({ [total.date]: snapshot });
  });
  return list;
}

/**
 * Plays and ratings of owned explorations up to each Monday, 09:00 UTC, before `now`.
 * @param {OppiaWorld} world
 */
function snapshotTotals(world) {
  const start = Date.parse(mondayOf(world.now - 26 * WEEK)) + 9 * HOUR + WEEK;
  /** @type {{ date: string, plays: number, ratings: number, stars: number }[]} */
  const totals = [];
  let plays = 0;
  let ratings = 0;
  let stars = 0;
  let due = start;
  const closeUntil = (/** @type {number} */ at) => {
    for (; due < Math.min(at, world.now); due += WEEK) totals.push({ date: dateOf(due), plays, ratings, stars });
  };
  for (const { at, event } of world.events()) {
    closeUntil(at);
    const exploration = world.explorations.find((one) => one.id === event['exploration_id']);
    if (exploration?.owned !== true) continue;
    if (event['event'] === 'start') plays += 1;
    if (event['event'] === 'rate') {
      const old = event['old_rating'];
      stars += Number(event['rating']) - (typeof old === 'number' ? old : 0);
      if (typeof old !== 'number') ratings += 1;
    }
  }
  closeUntil(world.now + DAY);
  return totals;
}
