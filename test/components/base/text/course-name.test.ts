import { expect } from '@open-wc/testing';
import { briefCourseNames, courseName } from '../../../../src/components/base/text/course-name.js';

describe('the name of a course', () => {
  it('is its key without the scheme', () => {
    expect(courseName('course-v1:Org+CS101+2024')).to.equal('Org+CS101+2024');
    expect(courseName('Org/CS101/2024')).to.equal('Org/CS101/2024');
  });

  it('is brief without what all of them begin with', () => {
    const brief = (...keys: string[]): string[] => [...briefCourseNames(keys).values()];
    expect(brief('course-v1:Org+CS101+T1', 'course-v1:Org+CS101+T2')).to.deep.equal(['T1', 'T2']);
    expect(brief('course-v1:Org+CS101+T1', 'course-v1:Org+CS102+T1')).to.deep.equal(['CS101+T1', 'CS102+T1']);
    expect(brief('course-v1:One+CS101+T1', 'course-v1:Two+CS101+T1')).to.deep.equal(['One+CS101+T1', 'Two+CS101+T1']);
    expect(brief('course-v1:One+CS101+T1', 'course-v1:Two+CS102+T1'), 'without organisations').to.deep.equal(['CS101+T1', 'CS102+T1']);
    expect(brief('course-v1:Org+CS101', 'course-v1:Org+CS101+T1')).to.deep.equal(['Org+CS101', 'Org+CS101+T1']);
    expect(brief('course-v1:Org+CS101+T1', 'course-v1:Org')).to.deep.equal(['CS101+T1', 'Org']);
    expect(brief('course-v1:Org+CS101+T1')).to.deep.equal(['CS101+T1']);
  });
});
