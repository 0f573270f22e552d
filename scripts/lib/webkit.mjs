/** Starts WebKitGTK for tests: a screen in memory, and what drives a browser on it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * @param {readonly string[]} programs the browser, its driver and the screen
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
export async function startWebKit([browser, driver, xvfb]) {
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
