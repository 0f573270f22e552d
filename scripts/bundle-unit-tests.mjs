/** Bundles the unit tests for whole runs: all, or those that are named. */
import process from 'node:process';
import { bundleUnitTests } from './lib/bundled-tests.mjs';
import { unitTestFiles } from './unit-tests.mjs';

const files = process.argv.slice(2);
await bundleUnitTests(files.length > 0 ? files : unitTestFiles());
