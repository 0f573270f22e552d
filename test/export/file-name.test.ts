import { expect } from '@open-wc/testing';
import { fileName, fileStem } from '../../src/export/file-name.js';
import { MADE } from './sample.js';

describe('a file name', () => {
  it('is the title and the local date', () => {
    expect(fileName('Who may need help?', MADE, 'UTC')).to.equal('Who may need help-2024-03-04');
    expect(fileName('Weeks', MADE, 'Asia/Tokyo')).to.equal('Weeks-2024-03-05');
  });

  it('keeps letters of every script', () => {
    expect(['التقرير', 'परिणाम दर', '完成率', 'Évaluation'].map(fileStem)).to.deep.equal(['التقرير', 'परिणाम दर', '完成率', 'Évaluation']);
  });

  it('has no character that a file system refuses, and none that hides its ending', () => {
    expect(fileStem('a/b\\c:d*e?f"g<h>i|j')).to.equal('a-b-c-d-e-f-g-h-i-j');
    expect(fileStem('report\u202etxt.exe')).to.equal('report-txt.exe');
    expect(fileStem('line\r\nbreak\ttab\u0007bell\0')).to.equal('line break tabbell');
    expect(fileStem('../../etc/passwd')).to.equal('etc-passwd');
    expect(fileStem('.hidden. ')).to.equal('hidden');
  });

  it('is never empty, a device, or too long', () => {
    expect(['', '???', '...', 'CON', 'lpt1'].map(fileStem)).to.deep.equal(['export', 'export', 'export', '_CON', '_lpt1']);
    expect(Array.from(fileStem('🙂'.repeat(200)))).to.have.length(80);
  });
});
