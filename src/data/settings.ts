import { checkTimezone } from './dataset.js';
import type { Settings } from './provider.js';
import { parseRules } from './rules.js';
import { unlike } from './unlike.js';

/** Idle time after which a session counts as left, in seconds. */
const IDLE_CAP_SECONDS = 1800;

/** Settings as a host gives them; `rules` may name a part of them. */
export interface GivenSettings extends Partial<Omit<Settings, 'rules'>> {
  readonly rules?: unknown;
}

/**
 * All settings of a computation; what is left out is the default, and `now` stands where none is given (epoch ms).
 * @throws StatsError `bad-option`, naming the setting and its value.
 */
export function completeSettings(given: GivenSettings, now: number): Settings {
  const { timezone = 'UTC', engagement = 'R1', idleCapSeconds = IDLE_CAP_SECONDS } = given;
  checkTimezone(timezone);
  if (!(idleCapSeconds > 0)) throw unlike('bad-option', 'idleCapSeconds', 'a number above 0', idleCapSeconds);
  if (engagement !== 'R1' && engagement !== 'R2') throw unlike('bad-option', 'engagement', 'R1 or R2', engagement);
  return { now: given.now ?? now, timezone, rules: parseRules(given.rules), idleCapSeconds, engagement };
}
