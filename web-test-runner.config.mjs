import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './scripts/find-browser.mjs';
import { unitTests } from './scripts/unit-tests.mjs';

const browser = await findBrowser();
/** A check of contrast must not meet an element that is still fading in. */
const STILL = '--force-prefers-reduced-motion';

/**
 * A page in a window and with a storage of its own: of two tabs in one window the one behind gets no animation
 * frames, and of two files that run at once one would empty the storage under the other.
 */
async function newPage({ context }) {
  const own = await context.browser().createBrowserContext();
  return own.newPage({ type: 'window' });
}

export default {
  ...unitTests,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: browser.executablePath, args: [...browser.args, STILL] },
      createPage: newPage,
    }),
  ],
};
