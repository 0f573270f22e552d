/** `npm run test:sql`: the queries of sql/ in ClickHouse itself, which is large and therefore installed there only. */
import { join } from 'node:path';
import { filesUnder, newestChange, ROOT } from './lib/files.mjs';
import { npmScript } from './lib/npm.mjs';
import { nodeTests, runInTurn } from './lib/sequence.mjs';

const install = { name: 'Install of sql', args: [npmScript(), 'ci', '--ignore-scripts'], cwd: join(ROOT, 'sql') };
const isInstalled = newestChange(['sql/node_modules/.package-lock.json']) > newestChange(['sql/package-lock.json']);

await runInTurn([...(isInstalled ? [] : [install]), nodeTests('Queries', filesUnder('sql/test', '.test.mjs'))]);
