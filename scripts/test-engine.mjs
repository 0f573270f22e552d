/**
 * `npm run test:firefox`, `npm run test:webkit`: the unit tests that ask for an engine's own in another one, where it is installed; else one sentence that
 * says how to install it, and the whole is counted as skipped. Names of files after `--` run those alone.
 *
 * WebKitGTK gets a new browser for every few files, and for each file of stories: one that has drawn thousands of widgets stops answering
 * its driver. Files during which it does so all the same run once more in a new one, and the output says so; a test that fails is never
 * run again.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bundledName, bundleUnitTests } from './lib/bundled-tests.mjs';
import { closeWith } from './lib/closing.mjs';
import { installSteps } from './lib/packed.mjs';
import { programOf } from './lib/programs.mjs';
import { run, TOOLS } from './lib/steps.mjs';
import { engineTestFiles, IN_BUNDLE } from './unit-tests.mjs';

const FOLDER = 'test/engines';
const FEW = 32;
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

const [name, ...files] = process.argv.slice(2);
const engine = ENGINES[name];
const programs = engine.programs.map((names) => programOf(names, PLACES));
if (programs.includes(undefined)) {
  console.log(`${engine.missing}\n0 passed, 0 failed, 1 skipped`);
} else {
  await engine.prepare();
  const results = [];
  const chosen = files.length > 0 ? files : engineTestFiles();
  await bundleUnitTests(chosen);
  for (const batch of engine.batches(chosen)) {
    let result = await runIn(batch);
    if (SILENT.test(result.output)) {
      console.log(`${name} stopped answering. ${batch.length} files once more in a new one.`);
      result = await runIn(batch);
    }
    results.push(result);
  }
  closeWith(results);
}

/** Runs files in a browser of their own. */
async function runIn(batch) {
  const { env, stop } = await engine.start(programs);
  const end = () => {
    stop();
    process.exit(1);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  const result = await run(name, [TOOLS.wtr, '--config', `${FOLDER}/${name}.config.mjs`, ...batch.map(bundledName)], {
    env: { ...env, ...IN_BUNDLE },
  });
  for (const signal of SIGNALS) process.off(signal, end);
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

/** A screen in memory, and the driver on it. */
async function startWebKit([browser, driver, xvfb]) {
  const settings = stillSettings();
  const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise((resolve, reject) => {
    screen.stdout.once('data', (chunk) => resolve(`:${String(chunk).trim()}`));
    screen.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
  const port = await freePort();
  const driving = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, XDG_CONFIG_HOME: settings },
    stdio: 'ignore',
    detached: true,
  });
  return {
    env: { ENGINE_PATH: browser, ENGINE_PORT: String(port) },
    stop() {
      endAllOf(driving);
      screen.kill();
      rmSync(settings, { recursive: true, force: true });
    },
  };
}

/** Ends a program and what it started: a page that answers nobody does not end with its driver. */
function endAllOf({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** GTK's way of asking for reduced motion: a check of contrast must not meet an element that is still fading in. */
function stillSettings() {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-settings-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return folder;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
