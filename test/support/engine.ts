/** Whether this is Chromium, in which everything is tested. */
export const isChromium = 'userAgentData' in navigator;
