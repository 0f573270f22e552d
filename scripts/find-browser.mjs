/**
 * Finds a Chromium for the tests: CHROME_PATH, an installed Chrome, Chromium or Edge, else the browser inside the npm
 * package `@sparticuz/chromium`. Throws one sentence that says what to install where none of them is there.
 */
import { join } from 'node:path';
import process from 'node:process';
import { isRunnable, programOf } from './lib/programs.mjs';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const root = process.env[name];
    return root === undefined
      ? []
      : [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')];
  }),
];
const QUIET = [
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--metrics-recording-only',
  '--no-first-run',
  '--disable-quic',
];

/** @returns {Promise<{ executablePath: string, args: string[], from: string }>} */
export async function findBrowser() {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const installed = fromEnvironment() ?? programOf(NAMES) ?? PLACES.find(isRunnable);
  if (installed !== undefined) return { executablePath: installed, args: [...asRoot, ...QUIET], from: installed };
  const packed = await fromPackage();
  if (packed !== undefined) return { ...packed, args: [...asRoot, ...QUIET, ...packed.args] };
  throw new Error(
    'No browser for the tests: install Chrome, Chromium or Edge, or set CHROME_PATH to one (the packaged browser runs on Linux x64 only).',
  );
}

function fromEnvironment() {
  const path = process.env.CHROME_PATH;
  if (path === undefined || path === '') return undefined;
  if (!isRunnable(path)) throw new Error(`CHROME_PATH: expected a program that can be run, got "${path}"`);
  return path;
}

async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const args = chromium.args.filter(
      (arg) => !/headless|single-process|no-zygote|window-size|allow-running-insecure|disable-web-security/.test(arg),
    );
    return { executablePath: await chromium.executablePath(), args, from: '@sparticuz/chromium' };
  } catch {
    return undefined;
  }
}
