/**
 * `npm run test:types`: a host's TypeScript over the packed types, by the oldest compiler that must read them and by ours; and the packed
 * package in a project of Node 16 and yarn 1.
 */
import { join } from 'node:path';
import { ROOT } from './lib/files.mjs';
import { installSteps, PACK } from './lib/packed.mjs';
import { nodeTests, runInTurn } from './lib/sequence.mjs';
import { TOOLS } from './lib/steps.mjs';

const CONSUMER = 'test/types';
const OLD_NODE = 'test/old-node';
const cwd = join(ROOT, CONSUMER);

await runInTurn([
  ...PACK,
  ...installSteps(CONSUMER),
  { name: 'TypeScript 4.1, resolved as by webpack 4', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.oldest.json'], cwd },
  { name: 'TypeScript 5, resolved as by bundlers', args: ['node_modules/typescript-5/bin/tsc', '-p', 'tsconfig.bundler.json'], cwd },
  { name: 'TypeScript 6, resolved as by Node', args: [join(ROOT, TOOLS.tsc), '-p', 'tsconfig.json'], cwd },
  { name: 'TypeScript 6, resolved as by bundlers', args: [join(ROOT, TOOLS.tsc), '-p', 'tsconfig.bundler.json'], cwd },
  ...installSteps(OLD_NODE, { packed: false }),
  nodeTests('Node 16 and yarn 1', [`${OLD_NODE}/install.test.mjs`]),
]);
