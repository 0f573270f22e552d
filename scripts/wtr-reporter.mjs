import { relative } from 'node:path';
import process from 'node:process';
import { sourceName } from './lib/bundled-tests.mjs';
import { ROOT } from './lib/files.mjs';

/** How many of the slowest tests are named at the end, of a run of many. */
const SLOWEST = 10;
const MANY = 200;

/** A line for each file of tests, what failed in full, and one line of sums in which skipped tests are counted. */
export function shortReporter() {
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const tests = testsOf(session);
        const failed = tests.filter((test) => !test.passed && !test.skipped);
        const mark = session.passed ? '✓' : '✗';
        print(`${mark} ${sourceName(relative(ROOT, testFile))} (${tests.length}${skippedOf(tests)})${secondsOf(tests)}`);
        for (const test of failed) print(indented(`✗ ${test.name}\n${messageOf(test.error)}`));
        for (const error of session.errors) print(indented(`✗ ${messageOf(error)}`));
        if (!session.passed) for (const log of session.logs) print(indented(log.map(String).join(' ')));
      }
    },
    stop({ sessions }) {
      const tests = sessions.flatMap(testsOf);
      for (const line of slowest(tests)) print(line);
      const skipped = tests.filter((test) => test.skipped).length;
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const broken = sessions.filter((session) => session.errors.length > 0 || (!session.passed && testsOf(session).length === 0)).length;
      print(`Unit tests: ${passed} passed, ${tests.length - passed - skipped + broken} failed, ${skipped} skipped`);
    },
  };
}

/** Tests of a session, each named by the path of its suites. */
function testsOf(session) {
  const below = (suite, path) => [
    ...suite.tests.map((test) => ({ ...test, name: [...path, test.name].join(' › ') })),
    ...suite.suites.flatMap((inner) => below(inner, [...path, inner.name])),
  ];
  return session.testResults === undefined ? [] : below(session.testResults, []);
}

/** The tests that took longest, where there are so many that nobody sees it. */
function slowest(tests) {
  if (tests.length < MANY) return [];
  const timed = tests.filter(({ duration }) => duration !== undefined).sort((a, b) => b.duration - a.duration);
  return ['Slowest tests:', ...timed.slice(0, SLOWEST).map(({ name, duration }) => `  ${(duration / 1000).toFixed(1)} s ${name}`)];
}

/** How long tests took together, where it is long enough to be of interest. */
function secondsOf(tests) {
  const seconds = tests.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000;
  return seconds < 1 ? '' : ` ${seconds.toFixed(0)} s`;
}

function skippedOf(tests) {
  const skipped = tests.filter((test) => test.skipped).length;
  return skipped === 0 ? '' : `, ${skipped} skipped`;
}

function messageOf(error) {
  if (error === undefined) return 'failed without a message';
  const difference = error.expected === undefined ? '' : `\nexpected: ${error.expected}\nactual:   ${error.actual}`;
  return `${error.stack ?? error.message}${error.stack?.includes(error.message) === false ? `\n${error.message}` : ''}${difference}`;
}

function indented(text) {
  return text.replace(/^/gm, '    ');
}

/** Past the runner's own buffering, which would reorder the lines and add control characters to a log. */
function print(text) {
  process.stdout.write(`${text}\n`);
}
