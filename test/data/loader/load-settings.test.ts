import { expect } from '@open-wc/testing';
import { loadSettings } from '../../../src/data/loader/load-settings.js';
import { DEFAULT_AT_RISK_RULES } from '../../../src/metrics/at-risk.js';

describe('the settings of a load', () => {
  it('are the defaults at the moment of the load where nothing is given', () => {
    expect(loadSettings({}, 5)).to.deep.equal({
      now: 5, timezone: 'UTC', rules: DEFAULT_AT_RISK_RULES, idleCapSeconds: 1800, engagement: 'R1',
    });
  });

  it('are what is given, a part of the rules beside the default of the rest', () => {
    const given = { now: 1, timezone: 'Asia/Tokyo', rules: { inactiveDays: 3 } as never, idleCapSeconds: 60, engagement: 'R2' as const };
    expect(loadSettings(given, 5)).to.deep.equal({ ...given, rules: { ...DEFAULT_AT_RISK_RULES, inactiveDays: 3 } });
    expect(loadSettings({ rules: 'aspects-v8' }, 5).rules).to.equal('aspects-v8');
  });
});
