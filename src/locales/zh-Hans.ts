import type { Locale } from '../localize/texts.js';

export const locale: Locale = { language: 'zh-Hans', status: 'drafted', texts: {} };
