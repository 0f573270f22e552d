import type { Locale } from '../localize/texts.js';

export const locale: Locale = { language: 'es', status: 'drafted', texts: {} };
