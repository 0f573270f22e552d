import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failuresOf } from '../../scripts/lib/failures.mjs';

test('failures in the log of the unit tests are told with their messages, without the tests around them', () => {
  const log = [
    '✓ test/a.test.ts (2)',
    '✗ test/b.test.ts (2)',
    '    ✗ a table › sorts',
    '    expected 1',
    '    actual 2',
    '✓ test/c.test.ts (1)',
  ];
  assert.deepEqual(failuresOf(log.join('\n')), [
    '✗ test/b.test.ts (2)',
    ['    ✗ a table › sorts', '    expected 1', '    actual 2'].join('\n'),
  ]);
});

test('a failure that Node tells twice is told once, where its message is', () => {
  const log = [
    '✖ prints all rows (12ms)',
    '✔ prints none (1ms)',
    'ℹ fail 1',
    '',
    '✖ failing tests:',
    '',
    '✖ prints all rows (12ms)',
    '  AssertionError: 1 !== 2',
    '',
  ];
  assert.deepEqual(failuresOf(log.join('\n')), ['✖ prints all rows (12ms)\n  AssertionError: 1 !== 2']);
});

test('of a long message its first lines are told', () => {
  const [told] = failuresOf(['✗ all', ...Array.from({ length: 90 }, (_, at) => `  ${at}`)].join('\n'));
  assert.equal(told.split('\n').length, 13);
});

test('a log in which nothing failed tells nothing', () => {
  assert.deepEqual(failuresOf('✓ a (1)\nUnit tests: 1 passed, 0 failed, 0 skipped\n'), []);
});
