/**
 * `npm run test:hosts`: packs the package, installs it into each host application as its developers would, builds the host
 * with its own tools and drives the page.
 */
import { join } from 'node:path';
import { ROOT } from './lib/files.mjs';
import { npmScript } from './lib/npm.mjs';
import { installSteps, PACK } from './lib/packed.mjs';
import { nodeTests, runInTurn } from './lib/sequence.mjs';

const HOSTS = ['test/hosts/angular-11'];
/** webpack 4 hashes by an algorithm that OpenSSL 3 keeps behind this option. */
const OLD_OPENSSL = { NODE_OPTIONS: '--openssl-legacy-provider', NG_CLI_ANALYTICS: 'false' };

const hosts = HOSTS.flatMap((host) => [
  ...installSteps(host),
  { name: `Build of ${host}`, args: [npmScript(), 'run', 'build'], cwd: join(ROOT, host), env: OLD_OPENSSL },
]);
await runInTurn([
  ...PACK,
  ...hosts,
  nodeTests(
    'Host pages',
    HOSTS.map((host) => `${host}.test.mjs`),
  ),
]);
