import { expect } from '@open-wc/testing';
import { completeSettings } from '../../src/data/settings.js';
import { DEFAULT_AT_RISK_RULES } from '../../src/metrics/at-risk.js';

describe('the settings of a computation', () => {
  it('are the defaults at the moment of the load where nothing is given', () => {
    expect(completeSettings({}, 5)).to.deep.equal({
      now: 5,
      timezone: 'UTC',
      rules: DEFAULT_AT_RISK_RULES,
      idleCapSeconds: 1800,
      engagement: 'R1',
    });
  });

  it('are what is given, a part of the rules beside the default of the rest', () => {
    const given = { now: 1, timezone: 'Asia/Tokyo', rules: { inactiveDays: 3 }, idleCapSeconds: 60, engagement: 'R2' as const };
    expect(completeSettings(given, 5)).to.deep.equal({ ...given, rules: { ...DEFAULT_AT_RISK_RULES, inactiveDays: 3 } });
    expect(completeSettings({ rules: 'aspects-v8' }, 5).rules).to.equal('aspects-v8');
  });

  it('that cannot be read are named with their value', () => {
    expect(() => completeSettings({ timezone: 'Mars/Base' }, 5)).to.throw(
      'timezone: expected an IANA name such as Europe/Paris, got "Mars/Base"',
    );
    expect(() => completeSettings({ rules: { inactiveDays: 'soon' } }, 5)).to.throw('rules.inactiveDays: expected a number from 0');
    expect(() => completeSettings({ idleCapSeconds: 0 }, 5)).to.throw('idleCapSeconds: expected a number above 0, got 0');
  });
});
