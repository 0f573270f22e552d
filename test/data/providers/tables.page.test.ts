import { expect } from '@open-wc/testing';
import { openDataset } from '../../../src/data/open-dataset.js';
import { TABLES } from '../../../src/metrics/tables.js';

const NORMAL = ['courses', 'blocks', 'learners', 'enrollments', 'page_visits', 'problem_responses', 'video_watches', 'grades'];
const NOW = '2024-03-13T00:00:00Z';

/** Columns that the rules work out, whatever is given. */
const WORKED_OUT = ['grade_bucket', 'days_inactive', 'listed', 'list_change', 'never_started', 'passed', 'would_pass', 'innermost_block'];
const WORDS = { category: 'text', number: 'number', boolean: 'flag', time: 'time' };

/** The page of the schema, and what stands in its blocks of code, by language. */
async function page(): Promise<{ text: string; code: (language: string) => string }> {
  const text = await (await fetch('/docs/tables.md')).text();
  const code = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(text)?.[1] ?? '';
  return { text, code };
}

/** Name and type of the columns that the page lists under a table. */
function listed(text: string, table: string): string[] {
  const section = text.split(`\n### ${table}\n`)[1]?.split('\n### ')[0] ?? '';
  return [...section.matchAll(/^\| \**(\w+)\** +\| (text|number|flag|time) /gm)].map((row) => `${row[1]} ${row[2]}`);
}

describe('docs/tables.md', () => {
  for (const table of NORMAL) {
    it(`lists the columns of ${table} with their types`, async () => {
      const columns = Object.entries(TABLES.get(table)?.columns ?? {}).filter(([name]) => !WORKED_OUT.includes(name));
      expect(listed((await page()).text, table)).to.deep.equal(columns.map(([name, type]) => `${name} ${WORDS[type]}`));
    });
  }

  it('has examples that can be read', async () => {
    const { code } = await page();
    for (const language of ['json', 'ndjson']) {
      const dataset = await openDataset({ provider: 'tables', tables: code(language), now: NOW });
      const rows = dataset.view('at-risk.learners').rows();
      expect(
        rows.map((row) => [row['actor_id'], row['course_name']]),
        language,
      ).to.deep.equal([['7f3a', 'Course']]);
    }
    const dataset = await openDataset({ provider: 'tables', tables: { enrollments: code('csv') }, now: NOW });
    expect(dataset.view('at-risk.learners').rows()[0]).to.include({ actor_id: '7f3a', course_grade: 0.45, days_inactive: 11 });
    expect(dataset.view('at-risk.never-started').rows()[0]).to.include({ actor_id: '81bc', course_grade: null, last_visit: null });
  });
});
