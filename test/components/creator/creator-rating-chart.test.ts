import { expect } from '@open-wc/testing';
import { styleOf, widgetDocument } from '../../../src/components/base/menu/exported-document.js';
import '../../../src/define/creator-rating-chart.js';
import { cellText } from '../../../src/export/files/about.js';
import { creatorReport } from '../../../stories/support/creator-report.js';
import { byRole, textOf, widget } from '../../support/widgets.js';

describe('creator-rating-chart', () => {
  it('prints stars as the categories that they are', async () => {
    const { asExported } = await widget('creator-rating-chart', { provider: 'oppia', data: creatorReport(6) });
    const [part] = (await widgetDocument(asExported, 'paper')).parts;
    const { texts } = styleOf(asExported, 'paper');
    const stars = part!.columns.find(({ name }) => name === 'stars')!;
    expect(Array.from({ length: part!.length }, (_, row) => cellText(stars, row, texts))).to.deep.equal(['5', '4', '3', '2', '1']);
  });

  it('draws no 0 where a host does not know how often a number of stars was given, and says no mean of the others', async () => {
    const explorations = [{ exploration: 'a', title: 'A', starts: 9 }];
    const ratings = [1, 2, 3, 4, 5].map((stars) => ({ exploration: 'a', stars, ratings: stars === 1 ? null : 3 }));
    const chart = await widget('creator-rating-chart', { provider: 'tables', data: { explorations, ratings } });
    expect(byRole(chart, 'option', /^1 star/)?.getAttribute('aria-label')).to.contain('not known');
    expect(byRole(chart, 'option', /^2 stars/)?.getAttribute('aria-label')).to.contain('Ratings 3');
    expect(textOf(chart)).not.to.contain('on average');
  });

  it('says of an exploration that the data do not have only that', async () => {
    const chart = await widget('creator-rating-chart', { provider: 'oppia', data: creatorReport(6), exploration: 'zz' });
    expect(textOf(chart)).to.equal('Ratings No exploration has the id “zz”.');
  });
});
