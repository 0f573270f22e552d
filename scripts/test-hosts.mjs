/**
 * `npm run test:hosts`: packs the package, installs it into host applications as their developers would, builds each with its own
 * tools and drives its page. Three hosts by themselves; `-- all` for each there is, `-- vue-3 vite` for those.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { filesUnder, ROOT } from './lib/files.mjs';
import { npmScript } from './lib/npm.mjs';
import { installSteps, PACK } from './lib/packed.mjs';
import { nodeTests, runInTurn } from './lib/sequence.mjs';

const FOLDER = 'test/hosts';
const ALWAYS = ['angular-11', 'angular-21', 'plain-html'];
/** webpack 4 hashes by an algorithm that OpenSSL 3 keeps behind this option. */
const OLD_OPENSSL = { NODE_OPTIONS: '--openssl-legacy-provider' };

const all = filesUnder(FOLDER, '.test.mjs')
  .map((file) => file.slice(FOLDER.length + 1, -'.test.mjs'.length))
  .filter((name) => existsSync(join(ROOT, FOLDER, name, 'package.json')));
const asked = process.argv.slice(2);
const names = asked.length === 0 ? ALWAYS : asked.includes('all') ? all : asked;
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No such host: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(1);
}

await runInTurn([
  ...PACK,
  names.map((name) => [...installSteps(`${FOLDER}/${name}`), ...buildSteps(name)]),
  nodeTests(
    'Host pages',
    names.map((name) => `${FOLDER}/${name}.test.mjs`),
  ),
]);

/** The build of a host, where it has one. */
function buildSteps(name) {
  const cwd = join(ROOT, FOLDER, name);
  const { scripts = {} } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  if (scripts.build === undefined) return [];
  const env = { NG_CLI_ANALYTICS: 'false', ...(name === 'angular-11' ? OLD_OPENSSL : {}) };
  return [{ name: `Build of ${name}`, args: [npmScript(), 'run', 'build'], cwd, env }];
}
