/** The unit tests in Firefox, which puppeteer drives by WebDriver BiDi as it drives Chrome. */
import process from 'node:process';
import { chromeLauncher } from '@web/test-runner-chrome';
import { unitTests } from '../../scripts/unit-tests.mjs';

/** A check of contrast must not meet an element that is still fading in. */
const STILL = { 'ui.prefersReducedMotion': 1 };

export default {
  ...unitTests,
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: { browser: 'firefox', executablePath: process.env.ENGINE_PATH, extraPrefsFirefox: STILL },
    }),
  ],
};
