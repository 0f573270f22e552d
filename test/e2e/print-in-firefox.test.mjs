/** Pages as Firefox prints them, which draws no text of an SVG where a container of queries is broken across pages. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { createServer } from '../../examples/server.mjs';
import { programOf } from '../../scripts/lib/programs.mjs';

const executablePath = programOf(['firefox-esr', 'firefox']);
const hasReader = spawnSync('pdftotext', ['-v']).error === undefined;
const skip = executablePath === undefined || !hasReader ? 'Firefox or pdftotext is not here' : false;

describe('a report that Firefox prints', { skip }, () => {
  it('names what its charts draw', async () => {
    const server = await createServer({ port: 0 });
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
    try {
      const page = await browser.newPage();
      await page.goto(`${server.url}report.html?source=events`);
      await page.waitForFunction(() => {
        const report = document.querySelector('creator-stats-report').shadowRoot;
        return Boolean(report?.querySelector('creator-dropoff-chart')?.shadowRoot?.querySelector('.marks .hit'));
      });
      const path = join(await mkdtemp(join(tmpdir(), 'print-')), 'page.pdf');
      await page.pdf({ path, format: 'A4' });
      const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
      assert.match(stdout, /^ *Introduction\s*$/m);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
