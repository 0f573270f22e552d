/**
 * Presses a key while another is held, in whatever drives the browser: a command of the unit tests, as `sendKeys` holds keys in some only.
 */
export function pressWithCommand() {
  return {
    name: 'press-with-command',
    async executeCommand({ command, payload: { held, key } = {}, session }) {
      if (command !== 'press-with') return undefined;
      const { browser, id } = session;
      if (browser.type === 'webdriver') {
        await browser.sendKeys(id, [held, key]);
        return true;
      }
      const { keyboard } = browser.getPage(id);
      await keyboard.down(held);
      await keyboard.press(key);
      await keyboard.up(held);
      return true;
    },
  };
}
