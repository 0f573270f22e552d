import { expect } from '@open-wc/testing';
import '../../../src/define/at-risk-enrollment-chart.js';
import '../../../src/define/at-risk-grade-chart.js';
import '../../../src/define/at-risk-last-visit-chart.js';
import '../../../src/define/at-risk-problem-attempts-table.js';
import '../../../src/define/at-risk-problem-results-table.js';
import '../../../src/define/at-risk-section-table.js';
import '../../../src/define/at-risk-track-chart.js';
import '../../../src/define/at-risk-visits-chart.js';
import { activeCourse } from '../../../stories/support/at-risk-activity.js';
import { course, STORY_NOW } from '../../../stories/support/at-risk-data.js';
import { all, textOf, widget } from '../../support/widgets.js';
import { waitUntil } from '../../support/wait-until.js';

const rows = course(30)['enrollments']!.filter((_, at) => at % 3 !== 0);
const inTracks = (...counts: readonly number[]) => {
  const tracks = counts.flatMap((count, at) => Array.from({ length: count }, () => ['audit', 'honor', 'verified'][at]));
  return { enrollments: tracks.map((track, at) => ({ ...rows[at], track, course_grade: at < 2 ? 0.25 : 0.1 * at })) };
};
const answers = (right: number, ofProblem: (block: unknown) => boolean) => {
  const data = activeCourse(60);
  const responses: readonly Readonly<Record<string, unknown>>[] = data['problem_responses']!;
  return {
    ...data,
    problem_responses: responses.map((row, at): Readonly<Record<string, unknown>> => ({
      ...row,
      correct: ofProblem(row['block_id']) && at % 2 < right,
    })),
  };
};
/** The headline of a widget whose answers are all there. */
const headlineOf = async (tag: string, data: unknown, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const element = await widget(tag, { provider: 'tables', now: STORY_NOW, data, ...more });
  await waitUntil(() => all(element, '.headline.awaited').length === 0);
  return all(element, '.headline')
    .map((shown) => shown.textContent.replace(/\s+/g, ' ').trim())
    .join();
};

describe('headlines of learners at risk', () => {
  it('name the largest group, and claim no majority', async () => {
    expect(await headlineOf('at-risk-track-chart', inTracks(4, 3, 2))).to.equal('Largest group: audit, 4 learners.');
    expect(await headlineOf('at-risk-grade-chart', inTracks(4, 3, 2))).to.match(/^Largest group with a grade: 20-29%, [23] learners\.$/);
  });

  it('begin with a capital letter where a month has none by itself', async () => {
    const language = { lang: 'fr' };
    // The texts of a language are there for good once they have come.
    const first = await widget('at-risk-last-visit-chart', { provider: 'tables', now: STORY_NOW, data: activeCourse(60), ...language });
    await waitUntil(() => textOf(first).includes('Dernières visites'));
    expect(await headlineOf('at-risk-last-visit-chart', activeCourse(60), language)).to.match(/^Février 2024 /);
    expect(await headlineOf('at-risk-enrollment-chart', activeCourse(60), language)).to.match(/^Décembre 2023 /);
    expect(await headlineOf('at-risk-visits-chart', activeCourse(60), language)).to.match(/^Janvier 2024 /);
  });

  it('name both groups where two are as large, and the one that has all', async () => {
    expect(await headlineOf('at-risk-track-chart', inTracks(4, 4, 1))).to.equal('Most in audit and honor: 4 learners each.');
    expect(await headlineOf('at-risk-track-chart', inTracks(3, 3))).to.equal('The same everywhere: 3 learners each.');
    expect(await headlineOf('at-risk-track-chart', inTracks(1))).to.equal('All in audit: 1 learner.');
    expect(await headlineOf('at-risk-grade-chart', inTracks(2))).to.equal('All in 20-29%: 2 learners.');
    const oneDay = { enrollments: rows.slice(0, 2).map((row) => ({ ...row, last_visit: rows[0]!['last_visit'] })) };
    expect(await headlineOf('at-risk-last-visit-chart', oneDay)).to.match(/^All in .+: 2 learners\.$/);
  });

  it('name no part of a course where two are as far, nor the fewest of what all got right', async () => {
    const wrong = answers(0, () => true);
    expect(await headlineOf('at-risk-problem-attempts-table', wrong)).to.equal('');
    expect(await headlineOf('at-risk-problem-results-table', wrong)).to.equal('');
    const right = answers(2, () => true);
    expect(await headlineOf('at-risk-problem-attempts-table', right)).to.equal('');
    expect(await headlineOf('at-risk-problem-results-table', right)).to.equal('');
    const first = right.problem_responses[0]!['block_id'];
    const onlyOne = answers(2, (block) => block !== first);
    expect(await headlineOf('at-risk-problem-results-table', onlyOne)).to.match(/^Fewest right: .+, 0\.0% of those/);
    expect(await headlineOf('at-risk-section-table', activeCourse(60))).to.match(
      /^Most visited: 1:0:0 - Getting started, by \d+ learners\.$/,
    );
    const visits = activeCourse(60)['page_visits']!;
    const equal = { ...activeCourse(60), page_visits: visits.filter(({ actor_id }) => actor_id === visits[0]!['actor_id']) };
    expect(await headlineOf('at-risk-section-table', equal)).to.equal('');
  });
});
