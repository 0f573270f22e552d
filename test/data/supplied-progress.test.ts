import { expect } from '@open-wc/testing';
import type { Body } from '../../src/data/provider.js';
import type { OpenDatasetOptions } from '../../src/data/open-dataset.js';
import { openDataset } from '../../src/data/open-dataset.js';
import { creatorReport } from '../../stories/support/creator-report.js';
import { creatorStats } from '../../stories/support/creator-data.js';
import { learner } from '../support/listed-learners.js';

const TEXT = learner('Zoë') + learner('Ann');
const BYTES = new TextEncoder().encode(TEXT);
const HALF = 700;
const PAGE = `{"statements":[${TEXT.trim().split('\n').join(',')}]}`;

/** How much was told to be read, and the rows that were. */
async function told(options: Omit<OpenDatasetOptions, 'now'>): Promise<[readonly number[], number]> {
  const loaded: number[] = [];
  const dataset = await openDataset({ ...options, now: '2024-06-01', onProgress: (progress) => loaded.push(progress.loaded) });
  return [loaded, dataset.view({ id: 'all', table: 'enrollments', select: ['actor_id'] }).total];
}

async function* iterable(): AsyncGenerator<Uint8Array> {
  yield BYTES.subarray(0, HALF);
  yield await Promise.resolve(BYTES.subarray(HALF));
}

function stream(): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(BYTES.subarray(0, HALF));
      controller.enqueue(BYTES.subarray(HALF));
      controller.close();
    },
  });
}

describe('progress of data that a host gives itself', () => {
  for (const [name, body, expected] of [
    ['a text', () => TEXT, [BYTES.length]],
    ['bytes', () => BYTES, [BYTES.length]],
    ['a page of an LRS as text', () => PAGE, [new TextEncoder().encode(PAGE).length]],
    ['a stream', stream, [HALF, BYTES.length]],
    ['an async iterable', iterable, [HALF, BYTES.length]],
  ] as const satisfies readonly (readonly [string, () => Body, readonly number[]])[]) {
    it(`is told in bytes of ${name}, and all of it is read`, async () => {
      expect(await told({ provider: 'xapi', events: body() })).to.deep.equal([expected, 2]);
    });
  }

  it('is told of tables, session events and creator stats as text', async () => {
    const tables = JSON.stringify({ enrollments: [{ course_key: 'c', actor_id: 'a' }] });
    expect(await told({ provider: 'tables', tables })).to.deep.equal([[tables.length], 1]);
    const data = JSON.stringify(creatorStats(1));
    const size = new TextEncoder().encode(data).length;
    expect((await told({ provider: 'creator-engagement-stats', data }))[0]).to.deep.equal([size]);
    const events = '[]';
    expect((await told({ provider: 'oppia', data: creatorReport(1), events }))[0]).to.deep.equal([events.length]);
  });
});
