/**
 * Has the page drawn in the colours of the system, or no more: a command of the unit tests. Answers whether that was done, since not
 * every browser can be asked to.
 */
export function forcedColorsCommand() {
  const sessions = new Map();
  return {
    name: 'forced-colors-command',
    async executeCommand({ command, payload: forced, session: { browser, id } }) {
      if (command !== 'forced-colors') return undefined;
      if (browser.type !== 'puppeteer') return false;
      const page = browser.getPage(id);
      if (/firefox/i.test(await page.browser().version())) return false;
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const features = [{ name: 'forced-colors', value: forced ? 'active' : 'none' }];
      await sessions.get(page).send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
