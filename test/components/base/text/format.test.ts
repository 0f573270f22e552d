import { expect } from '@open-wc/testing';
import {
  filterCount,
  formatAge,
  formatCompact,
  formatDuration,
  formatNumber,
  roundShown,
  formatTime,
  formatValue,
  signed,
  speakValue,
} from '../../../../src/components/base/text/format.js';

const exact = { locale: 'en', timezone: 'UTC', style: 'exact' } as const;
const short = { ...exact, style: 'short' } as const;

describe('a signed number', () => {
  const write = (locale: string, value: number): string => signed(value, locale, (size) => `${size}`);

  it('has a plus or a minus, not a hyphen, and none where it is 0', () => {
    expect([3, -0.5, 0].map((value) => write('en', value))).to.deep.equal(['+3', '−0.5', '0']);
  });

  it('has the mark of its language before the sign where that is written from right to left', () => {
    // One or the other, as the engine's data have it.
    expect(write('ar', 3)).to.match(/^[\u200E\u061C]\+3$/);
    expect(write('ar', -3)).to.match(/^[\u200E\u061C]−3$/);
  });
});

describe('a signed duration', () => {
  it('has its sign beside the number, in what holds that together from right to left', () => {
    const written = signed(-45, 'ar', (size) => formatValue(size, 'seconds', { ...exact, locale: 'ar' }));
    expect(written).to.match(/−[\d\u0660-\u0669]/);
    expect(written).not.to.match(/^[\u200E\u061C]−\u200F/);
  });
});

describe('values in words', () => {
  it('shows at most three significant figures in charts, and all of them elsewhere', () => {
    expect(formatValue(12_437, 'plays', short)).to.equal('12.4k');
    expect(formatValue(12_437, 'plays', exact)).to.equal('12,437');
    expect(formatValue(1_234_567, 'learners', short)).to.equal('1.23M');
    expect(formatCompact(0, 'en')).to.equal('0');
  });

  it('never shows what is not known as 0 or nothing', () => {
    expect(formatValue(null, 'plays', short)).to.equal('–');
    expect(speakValue(null, 'plays', exact)).to.equal('not known');
    expect(formatValue(0, 'plays', short)).to.equal('0');
  });

  it('shows durations in two units at most, which no line parts from their numbers', () => {
    expect(formatDuration(157, 'en')).to.equal('2\u00a0min\u00a037\u00a0s');
    expect(formatDuration(120, 'en')).to.equal('2\u00a0min');
    expect(formatDuration(4.25, 'en')).to.equal('4.3\u00a0s');
    expect(formatDuration(59.6, 'en')).to.equal('1\u00a0min');
    expect(formatDuration(3900, 'en')).to.equal('1\u00a0h\u00a05\u00a0min');
    expect(formatDuration(7200, 'en')).to.equal('2\u00a0h');
    expect(formatDuration(3959, 'en'), 'nearer to 1 h 6 min').to.equal('1\u00a0h\u00a06\u00a0min');
    expect(formatDuration(7199, 'en')).to.equal('2\u00a0h');
    expect(formatDuration(3599.6, 'en')).to.equal('1\u00a0h');
    expect(roundShown(3959, 'seconds')).to.equal(3960);
    expect(roundShown(-3959, 'seconds')).to.equal(-3960);
    expect(formatDuration(0, 'en')).to.equal('0\u00a0s');
  });

  it('shows fractions as percent with one decimal', () => {
    expect(formatValue(0.85, 'fraction', exact)).to.equal('85.0%');
    expect(formatValue(1, 'fraction', exact)).to.equal('100.0%');
    expect(formatValue(0.4, 'fraction', short)).to.equal('40%');
  });

  it('never shows a small number as none, but by its first digit', () => {
    expect(formatNumber(0.004, 'en')).to.equal('0.004');
    expect(formatValue(-0.00044, 'items', exact)).to.equal('-0.0004');
    expect(formatValue(0.0004, 'fraction', exact)).to.equal('0.04%');
    expect(formatValue(0.0000123, 'fraction', exact)).to.equal('0.001%');
    expect(formatValue(0.04, 'days', exact)).to.equal('0.04\u00a0days');
    expect(formatDuration(0.04, 'en')).to.equal('0.04\u00a0s');
    expect(formatValue(0, 'fraction', exact), 'none itself').to.equal('0.0%');
    expect(formatValue(4e-17, 'items', exact), 'what arithmetic leaves of it').to.equal('0');
    expect(roundShown(0.00044, 'fraction'), 'as it is shown').to.equal(0.0004);
  });

  for (const [locale, share] of [
    ['ar', '0.04\u200e%'],
    ['es', '0,04\u00a0%'],
    ['fr', '0,04\u202f%'],
    ['hi', '0.04%'],
    ['pt-BR', '0,04%'],
    ['zh-Hans', '0.04%'],
  ] as const) {
    it(`shows no small share as none in ${locale}`, () => {
      // Browsers differ in the digits that they write Arabic with.
      const latin = (text: string): string => text.replace(/[٠-٩٫٪]/g, (sign) => '0123456789.%'.charAt('٠١٢٣٤٥٦٧٨٩٫٪'.indexOf(sign)));
      const plain = (text: string): string => latin(text).replace(/[\s\u200e\u200f\u061c]/g, '');
      expect(plain(formatValue(0.0004, 'fraction', { ...exact, locale }))).to.equal(plain(share));
    });
  }

  it('shows instants in the time zone of the dataset, and days as days', () => {
    const instant = Date.parse('2024-03-10T23:30:00Z');
    expect(formatValue(instant, 'instant', { ...short, timezone: 'Europe/Paris' })).to.equal('Mar 11, 2024');
    expect(formatValue(instant, 'instant', short)).to.equal('Mar 10, 2024');
    expect(formatValue('2024-03-10', 'date', { ...exact, timezone: 'America/New_York' })).to.equal('Mar 10, 2024');
    expect(formatValue('before', 'date', exact)).to.equal('before');
  });

  it('speaks the language of the reader', () => {
    expect(formatValue(12_437, 'plays', { ...exact, locale: 'de' })).to.equal('12.437');
    expect(formatValue(1234, 'plays', { ...exact, locale: 'ar-EG' })).to.equal('١٬٢٣٤');
    expect(formatValue(true, 'yes-no', exact)).to.equal('yes');
  });

  it('gives the time of day alone of what was today', () => {
    const [paris, utc] = ['Europe/Paris', 'UTC'].map((timezone) => ({ locale: 'en', timezone }));
    const [morning, night] = [Date.parse('2024-03-10T09:12:00Z'), Date.parse('2024-03-10T23:30:00Z')];
    expect(formatTime(morning, utc!, night)).to.equal('09:12 AM');
    expect(formatTime(morning, paris!, night)).to.equal('Mar 10, 2024, 10:12 AM');
    expect(formatTime(morning, utc!, night + 3 * 86_400_000)).to.equal('Mar 10, 2024, 9:12 AM');
  });

  it('says how old something is in the largest unit that fits', () => {
    expect(formatAge(10, 'en')).to.equal('now');
    expect(formatAge(250, 'en')).to.equal('4 min. ago');
    expect(formatAge(7300, 'en')).to.equal('2 hr. ago');
    expect(formatAge(200_000, 'en')).to.equal('2 days ago');
  });

  it('counts filters', () => {
    expect(filterCount(1)).to.equal('1 filter');
    expect(filterCount(3)).to.equal('3 filters');
  });
});
