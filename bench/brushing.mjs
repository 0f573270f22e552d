/**
 * Six charts and the table over a course of many events in Chromium, brushed by a pointer: how long a move takes to its painted
 * frame, and which tasks hold up the page. Needs `npm run build -- --script`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/find-browser.mjs';
import { scriptFiles } from './script-files.mjs';

const FILES = new Map([
  ['/', [join(import.meta.dirname, 'brushing.html'), 'text/html']],
  ...scriptFiles(),
  ['/brushing-page.mjs', [join(import.meta.dirname, 'brushing-page.mjs'), 'text/javascript']],
  ['/course.mjs', [join(import.meta.dirname, 'course.mjs'), 'text/javascript']],
]);
const ORIGIN = 'http://bench.localhost';
const CHARTS = ['at-risk-last-visit-chart', 'at-risk-visits-chart'];
const MOVES = 120;
/** One frame at 60 Hz. */
const FRAME = 1000 / 60;

/** Measures of brushing the two charts of dates, week by week; none where the script is not built. */
export async function brushing(events) {
  if (!FILES.has('/learner-elements.js')) return [];
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1800 } });
    await page.route(`${ORIGIN}/**`, (route) => {
      const [file, contentType] = FILES.get(new URL(route.request().url()).pathname) ?? [];
      return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body: readFileSync(file), contentType });
    });
    await page.goto(`${ORIGIN}/?events=${events}`);
    await page.waitForFunction(() => globalThis.ready?.() === true, undefined, { timeout: 600_000, polling: 500 });
    const found = [];
    for (const tag of CHARTS) found.push(...(await brushed(page, tag, events)));
    return found;
  } finally {
    await browser.close();
  }
}

async function brushed(page, tag, events) {
  const chart = page.locator(tag);
  await chart.evaluate((element) => element.setParams({ grain: 'week' }));
  await page.waitForTimeout(2000);
  const plot = await chart.locator('svg.overlay').boundingBox();
  const y = plot.y + plot.height / 2;
  await page.mouse.move(plot.x + plot.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.5, y, { steps: 10 });
  await page.waitForTimeout(1000);
  await page.evaluate(() => globalThis.measured());
  for (let move = 0; move < MOVES; move++) {
    await page.mouse.move(plot.x + plot.width * (0.5 + 0.35 * Math.sin(move / 12)), y);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await page.waitForTimeout(500);
  const { frames, answers, long } = await page.evaluate(() => globalThis.measured());
  if (answers.length === 0) throw new Error(`${tag}: no other widget was answered while it was brushed.`);
  await page.mouse.up();
  await page.keyboard.press('Escape');
  const name = `Brushing ${tag}`;
  return [
    {
      name: `${name}: pointer move to painted frame, p95 of ${MOVES}`,
      rows: events,
      reference: `${FRAME.toFixed(1)} ms, a frame at 60 Hz`,
      value: `${p95(frames).toFixed(1)} ms`,
      ratio: FRAME / p95(frames),
      goal: '1 ×',
      short: p95(frames) / FRAME,
    },
    {
      name: `${name}: pointer move to the answers of the other widgets, p95`,
      rows: events,
      reference: '',
      value: `${p95(answers).toFixed(1)} ms`,
      goal: '',
    },
    {
      name: `${name}: longest task on the page's thread`,
      rows: events,
      reference: '',
      value: long.length === 0 ? 'under 50 ms' : `${Math.max(...long).toFixed(0)} ms (${long.length} of 50 or more)`,
      goal: 'none of 50 ms',
      short: Math.max(50, ...long) / 50,
    },
  ];
}

function p95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? NaN;
}
