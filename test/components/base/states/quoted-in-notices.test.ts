/** What could not be read is named by its place to who may see learners in groups only: the text there could be about one. */
import { expect } from '@open-wc/testing';
import '../../../../src/define/at-risk-track-chart.js';
import { widgetDocument } from '../../../../src/components/base/menu/exported-document.js';
import { courseStatements } from '../../../../stories/support/at-risk-statements.js';
import { activeCourse } from '../../../../stories/support/at-risk-activity.js';
import { STORY_NOW } from '../../../../stories/support/at-risk-data.js';
import { stubFetch } from '../../../support/fetch-stub.js';
import { all, widget } from '../../../support/widgets.js';

const [first = '', ...others] = courseStatements(activeCourse(12)).map((statement) => JSON.stringify(statement));

async function notices(line: string, audience: string): Promise<readonly string[]> {
  const stub = stubFetch(() => new Response([first, line, ...others].join('\n')));
  const settings = { provider: 'xapi', src: `/statements-${Math.random()}`, now: STORY_NOW, audience };
  const element = await widget('at-risk-track-chart', settings).finally(() => stub.restore());
  const { notes } = await widgetDocument(element.asExported, 'screen');
  const shown = all(element, '.notice').map((notice) => notice.textContent.trim().replace(/\s+/g, ' '));
  expect(shown.filter((text) => text.includes('skipped'))).to.deep.equal(notes.filter((text) => text.includes('skipped')));
  return notes.filter((text) => text.includes('skipped'));
}

describe('a line that cannot be read', () => {
  const wrongTime = first.replace(/"timestamp":"[^"]*"/, '"timestamp":"John Doe was late"');

  it('is quoted to who may see single learners', async () => {
    expect((await notices('John Doe,john@example.com', 'roster'))[0]).to.match(
      / lines skipped or read in part: line 2: Unexpected "J" at position 0$/,
    );
    expect((await notices(wrongTime, 'roster'))[0]).to.contain('John Doe was late');
  });

  it('is named by its number alone to others', async () => {
    expect((await notices('John Doe,john@example.com', 'aggregate'))[0]).to.match(/ lines skipped or read in part: line 2$/);
    expect((await notices(wrongTime, 'aggregate'))[0]).to.match(/ lines skipped or read in part: line 2$/);
  });
});
