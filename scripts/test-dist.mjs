/**
 * `npm run test:dist`: builds everything, then tests the built files: their syntax, what importing them does, and where their worker runs.
 */
import { filesUnder } from './lib/files.mjs';
import { nodeTests, runInTurn } from './lib/sequence.mjs';

await runInTurn([
  { name: 'Build', args: ['scripts/build.mjs'], loud: true },
  nodeTests('Built files', filesUnder('test/dist', '.test.mjs')),
]);
