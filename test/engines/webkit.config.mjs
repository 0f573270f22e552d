/** The unit tests in WebKitGTK, by the WebDriver that `scripts/test-engine.mjs` has started. */
import process from 'node:process';
import { unitTests } from '../../scripts/unit-tests.mjs';
import { webdriverLauncher } from './node_modules/@web/test-runner-webdriver/index.mjs';

export default {
  ...unitTests,
  concurrency: 1,
  browsers: [
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: Number(process.env.ENGINE_PORT),
      path: '/',
      logLevel: 'error',
      connectionRetryTimeout: 30_000,
      connectionRetryCount: 0,
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: process.env.ENGINE_PATH, args: ['--automation'] },
      },
    }),
  ],
};
