import type { Locale } from '../localize/texts.js';

export const locale: Locale = { language: 'pt-BR', status: 'drafted', texts: {} };
