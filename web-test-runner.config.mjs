import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './scripts/find-browser.mjs';
import { unitTests } from './scripts/unit-tests.mjs';

const browser = await findBrowser();
/** A check of contrast must not meet an element that is still fading in. */
const STILL = '--force-prefers-reduced-motion';

export default {
  ...unitTests,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: browser.executablePath, args: [...browser.args, STILL] },
      // A window of its own: of two tabs in one window the one behind gets no animation frames.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
    }),
  ],
};
