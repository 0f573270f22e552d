import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';
import type { OpenDataset, OpenDatasetOptions } from '../../../src/data/open-dataset.js';

/** The code of a language under a heading of a guide. */
async function code(guide: string, heading: string, language: string): Promise<string> {
  const text = await (await fetch(`/docs/${guide}.md`)).text();
  const section = text.split(`\n${heading}\n`)[1] ?? '';
  return new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section)?.[1] ?? '';
}

async function opened(options: Omit<OpenDatasetOptions, 'now'>): Promise<OpenDataset> {
  const dataset = await openDataset({ ...options, now: '2024-03-13T00:00:00Z' });
  expect(dataset.notes.skipped).to.equal(undefined);
  return dataset;
}

describe('docs/providers.md', () => {
  it('has bodies of Oppia that can be read', async () => {
    const dataset = await opened({ provider: 'oppia', data: await code('providers', '## oppia', 'json') });
    const [exploration] = dataset.view('creator.explorations').rows();
    expect(exploration).to.include({
      plays: 30,
      starts: 30,
      completions: 12,
      completion_rate: 0.4,
      ratings: 8,
      average_engagement_seconds: null,
    });
    expect(dataset.view('creator.summary').rows()[0]).to.include({ plays: 30, plays_last_week: 24, ratings_last_week: 6, subscribers: 0 });
    expect(dataset.view('creator.states').rows()[0]).to.include({ state: 'Introduction', hits: 34, first_hits: 30, solution_views: 2 });
  });

  for (const engagement of ['R1', 'R2'] as const)
    it(`has session events of 75 seconds by ${engagement}`, async () => {
      const data = await code('providers', '## oppia', 'json');
      const events = await code('providers', '### Session events', 'ndjson');
      const dataset = await opened({ provider: 'oppia', data, events, engagement });
      expect(dataset.view('creator.explorations').rows()[0]).to.include({ average_engagement_seconds: 75 });
    });

  it('has numbers of a host that counts itself, one rate computed and one as supplied', async () => {
    const dataset = await opened({
      provider: 'creator-engagement-stats',
      data: await code('providers', '## creator-engagement-stats', 'json'),
    });
    const rows = dataset.view('creator.explorations').rows();
    expect(
      rows.map((row) => [row['exploration'], row['completion_rate'], row['average_engagement_seconds'], row['learners']]),
    ).to.deep.equal([
      ['exp123', 0.85, 157, 120],
      ['exp124', 0.4, null, null],
    ]);
    const groups = dataset.view('creator.demographics').rows();
    expect(groups.map((row) => [row['dimension'], row['group'], row['learners']])).to.deep.equal([
      ['Age', 'under 13', 80],
      ['Age', '13 and older', 40],
    ]);
    expect(dataset.view('creator.trend').rows()[0]).to.include({ week: '2024-03-04', starts: 40, completions: 30 });
  });

  it('has statements of a learner at risk', async () => {
    const dataset = await opened({ provider: 'xapi', events: await code('providers', '## xapi', 'ndjson') });
    expect(dataset.view('at-risk.learners').rows()[0]).to.include({ actor_id: '7f3a', track: 'audit', days_inactive: 11, name: null });
  });
});

describe('docs/open-edx.md', () => {
  it('has tables that name the course, its section and the learner of those statements', async () => {
    const events = await code('providers', '## xapi', 'ndjson');
    const tables = await code('open-edx', '## The tables beside the statements', 'json');
    const dataset = await opened({ provider: 'xapi', events, tables });
    const [learner] = dataset.view('at-risk.learners').rows();
    expect(learner).to.include({ course_name: 'Course', name: 'Amina Yusuf', username: 'amina', email: 'amina@learners.example' });
    const engagement = dataset.view('at-risk.page-engagement').rows();
    expect(engagement.map((row) => [row['section_subsection'], row['viewed_all']])).to.deep.equal([
      ['1:0:0 - Week 1', 1],
      ['1:1:0 - Basics', 1],
    ]);
    expect(dataset.notes.unrecorded).not.to.have.any.keys('blocks.section', 'enrollments.would_pass');
  });
});
