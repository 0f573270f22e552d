import type { Locale } from '../localize/texts.js';

export const locale: Locale = { language: 'fr', status: 'drafted', texts: {} };
