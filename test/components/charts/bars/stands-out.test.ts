import { expect } from '@open-wc/testing';
import { greatestFall, peakRun, standsOut } from '../../../../src/components/charts/bars/stands-out.js';
import { sectionFall } from '../../../../src/components/at-risk/section-fall.js';
import { viewData } from '../../../support/view-data.js';

describe('what stands out', () => {
  it('is the one greatest value among several above 0', () => {
    expect(standsOut([1, 5, undefined, 2])).to.equal(1);
    expect(standsOut([5, 5, 2])).to.equal(undefined);
    expect(standsOut([0, 5, 0])).to.equal(undefined);
    expect(standsOut([])).to.equal(undefined);
  });

  it('is the one greatest fall between neighbours that are known', () => {
    expect(greatestFall([9, 8, 3, 2])).to.deep.equal({ at: 2, from: 8, to: 3 });
    expect(greatestFall([9, undefined, 1])).to.equal(undefined);
    expect(greatestFall([9, 7, 5])).to.equal(undefined);
    expect(greatestFall([1, 2, 3])).to.equal(undefined);
  });

  it('is the one unbroken run of the greatest value', () => {
    expect(peakRun([0, 2, 2, 1])).to.deep.equal({ from: 1, to: 2, value: 2 });
    expect(peakRun([2, 1, 2])).to.equal(undefined);
    expect(peakRun([2, 2])).to.equal(undefined);
    expect(peakRun([0, 0])).to.equal(undefined);
  });

  it('is said of the sections of one course, not of its subsections, and not of two courses', () => {
    const columns = {
      section_subsection: ['1:0:0 - A', '1:1:0 - a', '2:0:0 - B', '3:0:0 - C'],
      level: ['section', 'subsection', 'section', 'section'],
      course_key: ['x', 'x', 'x', 'x'],
      viewed_one: [40, 3, 38, 12],
    };
    expect(sectionFall(viewData(columns), 'viewed_one', 'en')).to.equal('Learners fall most before 3:0:0 - C: from 38 to 12.');
    expect(sectionFall(viewData({ ...columns, course_key: ['x', 'x', 'x', 'y'] }), 'viewed_one', 'en')).to.equal('');
    expect(sectionFall(undefined, 'viewed_one', 'en')).to.equal('');
  });
});
