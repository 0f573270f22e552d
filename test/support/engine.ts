/** Whether this is Chromium, in which everything is tested. */
export const isChromium = 'userAgentData' in navigator;

/** How many rounds of random data are tried: of so many in Chromium a fifth in another engine, whose arithmetic alone may differ. */
export function rounds(count: number): number {
  return isChromium ? count : Math.ceil(count / 5);
}
