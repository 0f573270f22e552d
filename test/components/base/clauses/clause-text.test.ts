import { expect } from '@open-wc/testing';
import '../../../../src/define/at-risk-track-chart.js';
import { clauseText } from '../../../../src/components/base/clauses/clause-text.js';
import { widgetDocument } from '../../../../src/components/base/menu/exported-document.js';
import { FilterEvent } from '../../../../src/components/base/events.js';
import { OPEN_END, OPEN_START } from '../../../../src/components/base/clauses/open-range.js';
import { setStrings, speak } from '../../../../src/localize/texts.js';
import { locale as arabic } from '../../../../src/locales/ar.js';
import { widget } from '../../../support/widgets.js';

const enrolled = (track: string, at: number) => ({
  course_key: 'c',
  actor_id: `learner ${at}`,
  enrollment_status: 'registered',
  track,
  last_visit: '2024-01-01',
});
const format = { locale: 'ar', timezone: 'UTC' };

describe('a clause in words', () => {
  afterEach(() => speak('en'));

  it('is what it is about, and what is chosen', () => {
    const clause = { origin: 'me', field: 'track', in: ['audit', null, 'honor', 'verified'] };
    expect(clauseText(clause, { ...format, locale: 'en' })).to.equal('Track: audit, not known, honor +1');
  });

  it('says the one end of a range that is open at the other', () => {
    const text = (range: readonly [number, number]) =>
      clauseText({ origin: 'me', field: 'video_segments.to_second', range }, { ...format, locale: 'en' });
    expect(text([10, OPEN_END])).to.match(/: from 10\u00a0s$/);
    expect(text([OPEN_START, 20])).to.match(/: until 20\u00a0s$/);
  });

  it('names all that is chosen where it is to be exact, as in files', async () => {
    const data = { courses: [{ course_key: 'c' }], enrollments: ['a', 'b', 'c', 'd', 'e'].map((track, at) => enrolled(track, at)) };
    const element = await widget('at-risk-track-chart', { provider: 'tables', data, now: '2024-03-01' });
    element.dispatchEvent(new FilterEvent({ origin: 'test', field: 'track', in: ['a', null, 'b', 'd', 'e'] }));
    await element.settled();
    const { filters } = await widgetDocument(element.asExported, 'screen');
    expect(filters).to.deep.equal(['Track: a, not known, b, d, e']);
  });

  it('does not turn a range round where words go from right to left', () => {
    setStrings({ ar: arabic.texts });
    speak('ar');
    const text = clauseText({ origin: 'me', field: 'grade_bucket', in: ['20-29%'] }, format);
    expect(text).to.match(/\u206820-29%\u2069$/);
  });
});
