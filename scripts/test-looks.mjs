/** `npm run test:looks`: compares drawings and pictures with those that were taken; `--update` takes them anew. */
import process from 'node:process';
import { nodeTestArgs, run } from './lib/steps.mjs';

const env = process.argv.includes('--update') ? { LOOKS_UPDATE: '1' } : {};
const { ok } = await run('Looks', nodeTestArgs(['test/looks/pictures.test.mjs']), { env });
process.exitCode = ok ? 0 : 1;
