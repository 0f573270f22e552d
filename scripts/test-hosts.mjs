/**
 * `npm run test:hosts`: packs the package, installs it into each host application as its developers would, builds the host
 * with its own tools and drives the page. Host applications stand in `test/hosts`, each with a lockfile of its own.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { closingLine, countsOf, sum } from './lib/counts.mjs';
import { filesUnder, newestChange, ROOT } from './lib/files.mjs';
import { npmScript } from './lib/npm.mjs';
import { reported, run } from './lib/steps.mjs';

const HOSTS = ['test/hosts/angular-11'];
const PACKED = join(ROOT, '.tmp', 'packed');
/** webpack 4 hashes by an algorithm that OpenSSL 3 keeps behind this option. */
const OLD_OPENSSL = { NODE_OPTIONS: '--openssl-legacy-provider', NG_CLI_ANALYTICS: 'false' };

const results = [];

async function step(name, args, options) {
  const result = await run(name, args, { quiet: true, ...options });
  results.push(result);
  console.log(reported(result));
  if (!result.ok) close();
}

function close() {
  console.log(closingLine(sum(results.map(countsOf))));
  process.exit(results.every((result) => result.ok) ? 0 : 1);
}

await step('Build', ['scripts/build.mjs']);
rmSync(PACKED, { recursive: true, force: true });
mkdirSync(PACKED, { recursive: true });
await step('Pack', [npmScript(), 'pack', '--pack-destination', PACKED]);
const tarball = join(PACKED, readdirSync(PACKED)[0]);

for (const host of HOSTS) {
  const cwd = join(ROOT, host);
  const installed = newestChange([`${host}/node_modules/.package-lock.json`]) > newestChange([`${host}/package-lock.json`]);
  if (!installed) await step(`Install of ${host}`, [npmScript(), 'ci', '--ignore-scripts'], { cwd });
  await step(`The package into ${host}`, [npmScript(), 'install', '--no-save', '--ignore-scripts', tarball], { cwd });
  await step(`Build of ${host}`, [npmScript(), 'run', 'build'], { cwd, env: OLD_OPENSSL });
}
const tests = filesUnder('test/hosts', '.test.mjs').filter((file) => !file.includes('node_modules'));
await step('Host pages', ['--test', '--test-concurrency=1', '--test-reporter=spec', ...tests], { quiet: false });
close();
