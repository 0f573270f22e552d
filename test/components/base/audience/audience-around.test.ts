import { expect, fixture } from '@open-wc/testing';
import '../../../../src/at-risk.js';
import type { StatsElement } from '../../../../src/components/base/stats-element.js';
import type { StatsDataset } from '../../../../src/components/filters/stats-dataset.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { course, STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { waitUntil } from '../../../support/wait-until.js';

type Tables = ReturnType<typeof course>;

/** A dataset of a course with the widgets inside it that are given. */
async function around(data: Tables, attributes: string, inside: string): Promise<StatsDataset> {
  const place = await fixture(`<div>
    <stats-dataset id="course" provider="tables" now="${STORY_NOW}" ${attributes}>${inside}</stats-dataset>
    <at-risk-table dataset="course" id="outside"></at-risk-table>
  </div>`);
  const dataset = place.querySelector<StatsDataset>('stats-dataset')!;
  dataset.data = data;
  await waitUntil(() => dataset.pageDataset?.info !== undefined, 'no data', { timeout: 10_000 });
  for (const element of place.querySelectorAll<StatsElement>('at-risk-table, at-risk-grade-chart')) await element.settled();
  return dataset;
}

function textOf(element: Element | null): string {
  return (element?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
}

function outside(): Element | null {
  return document.getElementById('outside');
}

describe('who reads a dataset', () => {
  it('reads the widgets inside it and those that name it, but for those that say it themselves', async () => {
    const dataset = await around(
      course(60),
      'audience="aggregate"',
      '<at-risk-table></at-risk-table><at-risk-table id="own" audience="roster"></at-risk-table>',
    );
    expect(textOf(dataset.querySelector('at-risk-table')))
      .to.contain('Single learners are not shown here.')
      .and.not.to.contain('Lindqvist');
    expect(textOf(outside())).to.contain('Single learners are not shown here.').and.not.to.contain('Lindqvist');
    expect(textOf(dataset.querySelector('#own'))).to.contain('Bo Lindqvist');
  });

  it('sees groups of the size that is given there', async () => {
    const dataset = await around(
      activeCourse(9),
      'audience="aggregate" min-group="25"',
      '<at-risk-grade-chart></at-risk-grade-chart><at-risk-grade-chart min-group="40"></at-risk-grade-chart>',
    );
    const texts = [...dataset.querySelectorAll('at-risk-grade-chart')].map(textOf);
    expect(texts[0]).to.contain('Hidden: groups of fewer than 25 learners');
    expect(texts[1]).to.contain('Hidden: groups of fewer than 40 learners');
  });

  it('is told no number of learners by a filter bar or a dashboard inside it', async () => {
    const dataset = await around(
      course(60),
      'audience="aggregate"',
      '<stats-filter-bar></stats-filter-bar><at-risk-dashboard></at-risk-dashboard>',
    );
    const bar = dataset.querySelector('stats-filter-bar');
    await waitUntil(() => textOf(bar).includes('Organisation') || textOf(bar).includes('Course'), textOf(bar));
    const dashboard = dataset.querySelector('at-risk-dashboard')!;
    const list = (): Element | null => dashboard.shadowRoot?.querySelector('at-risk-table') ?? null;
    await waitUntil(() => textOf(list()).includes('Single learners are not shown here.'), 'the list is hidden', { timeout: 10_000 });
    for (const each of [bar, dashboard.shadowRoot!.querySelector('stats-filter-bar')])
      expect(textOf(each)).not.to.match(/learners? at risk/);
  });

  it('may change at any time', async () => {
    const dataset = await around(course(60), 'audience="aggregate"', '<at-risk-table></at-risk-table>');
    const [inside, named] = [dataset.querySelector('at-risk-table'), outside()];
    dataset.removeAttribute('audience');
    await waitUntil(() => [inside, named].every((list) => textOf(list).includes('Bo Lindqvist')));
    dataset.audience = 'aggregate';
    await waitUntil(() => ![inside, named].some((list) => textOf(list).includes('Bo Lindqvist')));
  });

  it('is told once that what is said of them cannot be read, and every widget shows that instead of numbers', async () => {
    const { warn } = console;
    const [warnings, errors]: [string[], string[]] = [[], []];
    console.warn = (said: unknown) => void warnings.push(String(said));
    const hear = ({ detail }: HTMLElementEventMap['stats-error']): void => void errors.push(detail.message);
    document.body.addEventListener('stats-error', hear);
    try {
      const dataset = await around(course(60), 'audience="Aggregat"', '<at-risk-table></at-risk-table>');
      const message = 'audience: expected roster or aggregate, got "Aggregat"';
      for (const each of [dataset.querySelector('at-risk-table'), outside()]) expect(textOf(each)).to.contain(message);
      expect(errors).to.deep.equal([message]);
      expect(warnings).to.deep.equal([`learner-elements: ${message} (bad-option)`]);
    } finally {
      console.warn = warn;
      document.body.removeEventListener('stats-error', hear);
    }
  });
});
