import { DEFAULT_AT_RISK_RULES } from '../../metrics/at-risk.js';
import type { Settings } from '../provider.js';

/** All settings of a load; what is left out is the default. `now` is the moment of the load, epoch ms. */
export function loadSettings(given: Partial<Settings>, now: number): Settings {
  const { rules } = given;
  return {
    now: given.now ?? now,
    timezone: given.timezone ?? 'UTC',
    rules: rules === 'aspects-v8' ? rules : { ...DEFAULT_AT_RISK_RULES, ...rules },
    idleCapSeconds: given.idleCapSeconds ?? 1800,
    engagement: given.engagement ?? 'R1',
  };
}
