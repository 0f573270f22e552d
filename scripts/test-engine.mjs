/**
 * `npm run test:engines`: the unit tests that ask for an engine's own in Firefox and in WebKitGTK at once; `test:firefox` and `test:webkit`
 * in one of them. Where one is not installed a sentence says how to, and it is counted as skipped. Names of files after `--` run those
 * alone.
 *
 * WebKitGTK gets a new browser for every few files, and for each file of stories: one that has drawn thousands of widgets stops answering
 * its driver. Files during which it does so all the same run once more in a new one, and the output says so; a test that fails is never
 * run again.
 */
import process from 'node:process';
import { bundledName, bundleUnitTests } from './lib/bundled-tests.mjs';
import { closeWith } from './lib/closing.mjs';
import { installSteps } from './lib/packed.mjs';
import { programOf } from './lib/programs.mjs';
import { run, TOOLS } from './lib/steps.mjs';
import { startWebKit } from './lib/webkit.mjs';
import { engineTestFiles, IN_BUNDLE } from './unit-tests.mjs';

const FOLDER = 'test/engines';
const FEW = 24;
/** How many browsers run at once. */
const LANES = 2;
const SIGNALS = ['SIGINT', 'SIGTERM'];
const ENGINES = {
  firefox: {
    programs: [['firefox-esr', 'firefox']],
    missing: 'Firefox is not installed: apt-get install firefox-esr.',
    batches: (all) => [all],
    prepare: async () => undefined,
    start: async ([firefox]) => ({ env: { ENGINE_PATH: firefox }, stop: () => undefined }),
  },
  webkit: {
    programs: [['MiniBrowser'], ['WebKitWebDriver'], ['Xvfb']],
    missing: 'WebKitGTK is not installed: apt-get install webkit2gtk-driver xvfb.',
    batches: inFew,
    prepare: installDriver,
    start: startWebKit,
  },
};
/** What the runner prints of a browser that answers no more. */
const SILENT = /did not (?:start|finish) (?:after|within) \d+ms|Timed out stopping the browser page/;
/** Where Debian and Ubuntu put the browser that comes with WebKitGTK, which is on no PATH. */
const PLACES = ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1'];

const asked = process.argv.slice(2);
const names = asked.filter((word) => word in ENGINES);
const files = asked.filter((word) => !(word in ENGINES));
const chosen = files.length > 0 ? files : engineTestFiles();
const stops = new Set();
for (const signal of SIGNALS) {
  process.once(signal, () => {
    for (const stop of stops) stop();
    process.exit(1);
  });
}

await bundleUnitTests(chosen);
const waiting = (await Promise.all(names.map(batchesOf))).flat();
const results = [];
await Promise.all(Array.from({ length: LANES }, runWaiting));
closeWith(results);

/** What is to be run in an engine, each in a browser of its own. Of one that is not installed, a sentence. */
async function batchesOf(name) {
  const engine = ENGINES[name];
  const programs = engine.programs.map((of) => programOf(of, PLACES));
  if (programs.includes(undefined)) {
    const output = `${engine.missing}\n0 passed, 0 failed, 1 skipped\n`;
    console.log(output);
    return [async () => ({ name, ok: true, output })];
  }
  await engine.prepare();
  return engine.batches(chosen).map((batch) => () => answered(name, programs, batch));
}

/** Takes batches of whatever engine for as long as there are any, so that no processor waits for another's. */
async function runWaiting() {
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) results.push(await batch());
}

/** Runs files, and once more where the browser has stopped answering. */
async function answered(name, programs, batch) {
  const result = await runIn(name, programs, batch);
  if (!SILENT.test(result.output)) return result;
  console.log(`${name} stopped answering. ${batch.length} files once more in a new one.`);
  return runIn(name, programs, batch);
}

/** Runs files in a browser of their own. */
async function runIn(name, programs, batch) {
  const { env, stop } = await ENGINES[name].start(programs);
  stops.add(stop);
  const result = await run(name, [TOOLS.wtr, '--config', `${FOLDER}/${name}.config.mjs`, ...batch.map(bundledName)], {
    env: { ...env, ...IN_BUNDLE },
    prefix: names.length > 1 ? `${name} ` : '',
  });
  stops.delete(stop);
  stop();
  return result;
}

/** Files of stories each alone, others some together. */
function inFew(all) {
  const isOfStories = (file) => file.startsWith('test/stories/');
  const others = all.filter((file) => !isOfStories(file));
  const batches = [];
  for (let at = 0; at < others.length; at += FEW) batches.push(others.slice(at, at + FEW));
  return [...batches, ...all.filter(isOfStories).map((file) => [file])];
}

/** What speaks WebDriver for the runner. */
async function installDriver() {
  for (const step of installSteps(FOLDER, { packed: false })) {
    const { ok } = await run(step.name, step.args, { quiet: true, cwd: step.cwd });
    if (!ok) process.exit(1);
  }
}
