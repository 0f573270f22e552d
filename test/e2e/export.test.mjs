/** What leaves the page, in a browser whose policy forbids all it can: read by pdftotext, as readers of the file would. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const ENTRY = `
  export { exportMenu } from './src/export/export-menu.js';
  export { fillPrintPage } from './src/export/print/print-page.js';
  export { printDocument } from './src/export/print/print.js';
  export { readDrawing } from './src/export/drawing/read-drawing.js';
  export { sampleDocument, samplePart, sampleResult, STYLE } from './test/export/sample.js';
`;
const POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Exports</title><body>
  <svg width="200" height="60" viewBox="0 0 200 60"><rect x="60" width="120" height="16" fill="#1f6f78"></rect><text x="56" y="12" text-anchor="end">LABEL</text></svg>
</body></html>`;

const TITLES = {
  Arabic: {
    language: 'ar',
    direction: 'rtl',
    title: 'تقرير التقدم لكل الاستكشافات',
    headline: 'الكسور تُبقي المتعلمين أطول مدة',
    cell: 'لا شيء معروف',
  },
  Hindi: { language: 'hi', direction: 'ltr', title: 'परिणाम: क्षेत्र की पूर्णता दर', headline: 'भिन्न शिक्षार्थियों को रोकता है', cell: 'सत्तत त्तत्त' },
  Chinese: { language: 'zh', direction: 'ltr', title: '探索报告：完成率与参与时间', headline: '分数让学习者停留最久', cell: '小数' },
  Polish: { language: 'pl', direction: 'ltr', title: 'Zażółć gęślą jaźń – 45 %', headline: 'Ułamki zatrzymują najdłużej', cell: 'Łódź' },
  English: {
    language: 'en',
    direction: 'ltr',
    title: 'Explorations – who stays?',
    headline: 'Fractions holds learners longest',
    cell: 'Nothing “known”',
  },
};

const noReader =
  spawnSync('pdftotext', ['-v']).error === undefined ? false : 'pdftotext is not here: install poppler-utils to have PDF files read back';

describe('an export', () => {
  let browser;
  let server;
  let folder;
  before(async () => {
    const found = await findBrowser();
    browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
    const { outputFiles } = await build({
      stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    server = createServer(({ url }, response) => {
      const isScript = url === '/export.js';
      response.writeHead(200, {
        'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
      });
      response.end(isScript ? outputFiles[0].text : PAGE);
    });
    await new Promise((settle) => {
      server.listen(0, settle);
    });
    folder = await mkdtemp(join(tmpdir(), 'exports-'));
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async () => {
    const page = await browser.newPage();
    page.problems = [];
    page.on('pageerror', (error) => page.problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
    await page.goto(`http://localhost:${server.address().port}/`);
    await page.evaluate(async () => {
      const library = await import('/export.js');
      Object.assign(window, library, {
        documentOf: ({ language, direction, title, headline, cell }) =>
          library.sampleDocument({
            language,
            direction,
            title,
            parts: [
              library.samplePart(
                { title, headline, drawing: library.readDrawing(document.querySelector('svg')) },
                library.sampleResult([cell, 'b', 'c', 'd']),
              ),
            ],
          }),
      });
    });
    return page;
  };

  const save = async (page, id, words = TITLES.English) => {
    const download = page.waitForEvent('download');
    await page.evaluate(
      ([format, texts]) => {
        const make = () => Promise.resolve({ document: window.documentOf(texts), style: window.STYLE });
        return window
          .exportMenu({ hasDrawing: true, isWhole: false, make })
          .find((entry) => entry.id === format)
          .run();
      },
      [id, words],
    );
    return (await download).path();
  };

  /** The text of a PDF file without the marks that tell its directions. */
  const textOf = async (file, ...options) => {
    const { stdout, status } = spawnSync('pdftotext', ['-enc', 'UTF-8', ...options, file, '-'], { encoding: 'utf8' });
    assert.equal(status, 0);
    return stdout.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  };

  it('needs nothing that a strict policy forbids', async () => {
    const page = await open();
    for (const id of ['csv', 'dictionary', 'json', 'svg', 'png', 'pdf']) assert.ok((await readFile(await save(page, id))).length > 50, id);
    await page.evaluate(() =>
      window.printDocument(
        window.documentOf({ language: 'en', direction: 'ltr', title: 'Printed', headline: '', cell: 'a' }),
        window.STYLE,
        () => {},
      ),
    );
    const frame = page.frames()[1];
    assert.equal(await frame.locator('h1').evaluate((heading) => getComputedStyle(heading).fontSize), '24px');
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  for (const [name, words] of Object.entries(TITLES)) {
    it(`as PDF reads right in ${name}`, { skip: noReader }, async () => {
      const page = await open();
      const text = await textOf(await save(page, 'pdf', words));
      for (const part of [words.title, words.headline, words.cell, 'LABEL', 'hidden', 'Europe/Paris'])
        assert.ok(text.includes(part), `${part} is not in\n${text}`);
      await page.close();
    });
  }

  it('as PDF can be printed by the browser too, with headers on every page', { skip: noReader }, async () => {
    const page = await open();
    await page.evaluate(() => {
      const titles = Array.from({ length: 150 }, (_, at) => `Row ${at}`);
      window.fillPrintPage(document, window.sampleDocument({ parts: [window.samplePart({}, window.sampleResult(titles))] }), window.STYLE);
    });
    const file = join(folder, 'printed.pdf');
    await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
    const pages = (await textOf(file, '-layout')).split('\f').filter((text) => /Row \d/.test(text));
    assert.ok(pages.length > 2);
    for (const text of pages) assert.match(text, /Title +Average time/);
    assert.equal(pages.join('').match(/Row \d+/g).length, 150);
    await page.close();
  });
});
