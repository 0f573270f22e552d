import { expect } from '@open-wc/testing';
import { openDataset } from '../../../../src/data/open-dataset.js';
import { course, OVERVIEW, say } from '../../../support/xapi-course.js';

describe('what is left of deleted blocks, by the rules of Aspects v8', () => {
  it('does not count as standing directly in its section, where its subsection has moved away', async () => {
    const now = course(
      [
        ['chapter', 'c1', 1, 0, 0],
        ['vertical', 'direct', 1, 0, 1],
        ['chapter', 'c2', 2, 0, 0],
        ['sequential', 's2', 2, 1, 0],
      ],
      '2024-02-01 00:00:00',
    );
    const deleted = course([['vertical', 'old', 1, 2, 1]], '2024-01-01 00:00:00');
    const data = say(
      { verb: 'registered', on: '2024-01-10' },
      { verb: 'navigated', on: '2024-02-02', object: 'https://lms/xblock/block-v1:Org+C+R+type@vertical+block@direct' },
    );
    const tables = { course_overviews: [OVERVIEW], course_blocks: [...now, ...deleted] };
    const dataset = await openDataset({ provider: 'xapi', rules: 'aspects-v8', now: '2024-03-13', data, tables });
    expect(dataset.view('at-risk.page-engagement').rows()).to.deep.equal([
      { section_subsection: '1:0:0 - C1', level: 'section', viewed_one: 1, viewed_all: 1 },
    ]);
  });
});
