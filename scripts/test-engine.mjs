/**
 * `npm run test:firefox`, `npm run test:webkit`: the unit tests in another engine, where it is installed; else one sentence that
 * says how to install it, and the whole is counted as skipped. Names of files after `--` run those alone.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { installSteps } from './lib/packed.mjs';
import { run, TOOLS } from './lib/steps.mjs';

const FOLDER = 'test/engines';
const ENGINES = {
  firefox: {
    programs: [['firefox-esr', 'firefox']],
    missing: 'Firefox is not installed: apt-get install firefox-esr.',
    start: async ([firefox]) => ({ env: { ENGINE_PATH: firefox }, stop: () => undefined }),
  },
  webkit: {
    programs: [['MiniBrowser'], ['WebKitWebDriver'], ['Xvfb']],
    missing: 'WebKitGTK is not installed: apt-get install webkit2gtk-driver xvfb.',
    start: startWebKit,
  },
};
/** Where Debian and Ubuntu put the browser that comes with WebKitGTK, which is on no PATH. */
const PLACES = ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1'];

const [name, ...files] = process.argv.slice(2);
const engine = ENGINES[name];
const programs = engine.programs.map((names) => names.map(find).find((path) => path !== undefined));
if (programs.includes(undefined)) {
  console.log(`${engine.missing}\n0 passed, 0 failed, 1 skipped`);
} else {
  const { env, stop } = await engine.start(programs);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      stop();
      process.exit(1);
    });
  }
  const { ok } = await run(name, [TOOLS.wtr, '--config', `${FOLDER}/${name}.config.mjs`, ...files], { env });
  stop();
  process.exitCode = ok ? 0 : 1;
}

function find(program) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...PLACES];
  return folders.map((folder) => join(folder, program)).find(isRunnable);
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A screen in memory, and the driver on it. */
async function startWebKit([browser, driver, xvfb]) {
  for (const step of installSteps(FOLDER, { packed: false })) {
    const { ok } = await run(step.name, step.args, { quiet: true, cwd: step.cwd });
    if (!ok) process.exit(1);
  }
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
  });
  return {
    env: { ENGINE_PATH: browser, ENGINE_PORT: String(port) },
    stop() {
      driving.kill();
      screen.kill();
      rmSync(settings, { recursive: true, force: true });
    },
  };
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
