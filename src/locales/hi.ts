import type { Locale } from '../localize/texts.js';

export const locale: Locale = { language: 'hi', status: 'drafted', texts: {} };
