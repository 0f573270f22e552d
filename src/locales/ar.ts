import type { Locale } from '../localize/texts.js';

export const locale: Locale = { language: 'ar', status: 'drafted', texts: {} };
