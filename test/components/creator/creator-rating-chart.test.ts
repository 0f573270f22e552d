import { expect } from '@open-wc/testing';
import { styleOf, widgetDocument } from '../../../src/components/base/exported-document.js';
import '../../../src/define/creator-rating-chart.js';
import { cellText } from '../../../src/export/about.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { widget } from '../../support/widgets.js';

describe('creator-rating-chart', () => {
  it('prints stars as the categories that they are', async () => {
    const { asExported } = await widget('creator-rating-chart', { provider: 'oppia', data: creatorReport(6) });
    const [part] = (await widgetDocument(asExported, 'paper')).parts;
    const { texts } = styleOf(asExported, 'paper');
    const stars = part!.columns.find(({ name }) => name === 'stars')!;
    expect(Array.from({ length: part!.length }, (_, row) => cellText(stars, row, texts))).to.deep.equal(['5', '4', '3', '2', '1']);
  });
});
