/** Stories in a browser of their own, without Storybook: what is looked at, and what pictures are compared with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { filesUnder, ROOT } from '../../scripts/lib/files.mjs';

const ORIGIN = 'https://stories.example';

/** The one font of all pictures, so that they are the same on every machine: that of Storybook, which is installed in one version. */
const FONTS = { 400: 'regular', 600: 'bold' };
const fontFile = (name) => readFileSync(join(ROOT, `node_modules/storybook/assets/browser/nunito-sans-${name}.woff2`));

/** A script that holds every story as `stories[file][name]`. */
async function storiesScript() {
  const files = filesUnder('stories', '.stories.ts');
  const imports = files.map((file, at) => `import * as s${at} from ${JSON.stringify(`./${file}`)};`);
  const names = files.map((file, at) => `${JSON.stringify(file.slice('stories/'.length, -'.stories.ts'.length))}: s${at}`);
  const all = `Object.entries({ ${names.join(', ')} }).map(([file, module]) => [file, { ...module, ...statesOf(module.default) }])`;
  const contents = `${imports.join('\n')}
    import { statesOf } from './stories/support/states.js';
    globalThis.stories = Object.fromEntries(${all});`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/**
 * @typedef {{ width?: number, height?: number, scheme?: 'light' | 'dark', forced?: boolean, lang?: string, dir?: 'ltr' | 'rtl', args?:
 * object }} Look
 */

/** A text for which the pinned font has no letters, so that its width tells which font of the machine has. */
const ARABIC = 'المتعلمون المعرضون للخطر';

/** Starts a browser; `open` draws a story, `drawsWith` tells what else than the project decides how it looks, `end` ends the browser. */
export async function startStage() {
  const [script, found] = await Promise.all([storiesScript(), findBrowser()]);
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args, '--font-render-hinting=none'] });
  return {
    open: (tag, story, look = {}) => open(browser, script, tag, story, look),
    drawsWith: () => drawsWith(browser),
    end: () => browser.close(),
  };
}

async function drawsWith(browser) {
  const page = await browser.newPage();
  const arabic = await page.evaluate((text) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.font = '100px sans-serif';
    return Math.round(context.measureText(text).width);
  }, ARABIC);
  await page.close();
  return { chromium: browser.version().split('.')[0], arabic };
}

/** A page with that story drawn, once no widget in it is busy. @param {Look} look */
async function open(
  browser,
  script,
  tag,
  story,
  { width = 768, height = 720, scheme = 'light', forced = false, lang = 'en', dir, args = {} },
) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', colorScheme: scheme });
  const page = await context.newPage();
  if (forced) await page.emulateMedia({ forcedColors: 'active' });
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({ contentType: 'text/html', body: pageOf({ scheme, lang, dir: dir ?? (lang === 'ar' ? 'rtl' : 'ltr') }) });
    const font = /^\/(regular|bold)\.woff2$/.exec(pathname)?.[1];
    if (font !== undefined) return route.fulfill({ contentType: 'font/woff2', body: fontFile(font) });
    return pathname === '/stories.js' ? route.fulfill({ contentType: 'text/javascript', body: script }) : route.fulfill({ status: 404 });
  });
  await page.goto(ORIGIN);
  await page.evaluate((weights) => Promise.all(weights.map((weight) => document.fonts.load(`${weight} 13px Pinned`))), Object.keys(FONTS));
  await page.evaluate(
    async ([file, name, more]) => {
      const module = globalThis.stories[file];
      const story = module[name];
      const args = { ...module.default.args, ...story.args, ...more };
      const element = (story.render ?? module.default.render)(args, { args });
      document.querySelector('main').append(element);
      await story.play?.({ canvasElement: document.querySelector('main') });
    },
    [tag, story, args],
  );
  const isUnderWay = await page.evaluate(([file, name]) => globalThis.stories[file][name].parameters?.isUnderWay === true, [tag, story]);
  if (!isUnderWay) await page.waitForFunction(isCalm, undefined, { timeout: 30_000 });
  await page.evaluate(() =>
    document.fonts.ready.then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))),
  );
  return page;
}

function isCalm() {
  const busy = (root) =>
    [...root.querySelectorAll('*')].some(
      (element) => element.getAttribute('aria-busy') === 'true' || (element.shadowRoot !== null && busy(element.shadowRoot)),
    );
  return document.querySelector('main > *') !== null && !busy(document);
}

function pageOf({ scheme, lang, dir }) {
  const faces = Object.entries(FONTS)
    .map(([weight, name]) => `@font-face { font-family: Pinned; font-weight: ${weight}; src: url(/${name}.woff2); }`)
    .join(' ');
  return `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><title>Story</title>
    <style>${faces} :root { color-scheme: ${scheme}; } body { margin: 0; padding: 16px; font-family: Pinned, sans-serif; background: Canvas; color: CanvasText; }</style>
    <main></main><script type="module" src="/stories.js"></script></html>`;
}
