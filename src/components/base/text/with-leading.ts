/** Languages whose letters need more room between lines. */
const TALL = ['ar', 'fa', 'he', 'ur', 'hi', 'mr', 'ne', 'bn', 'ta', 'te', 'kn', 'ml', 'th', 'zh', 'ja', 'ko'];

/** The class of what holds texts of a language, with that of more room between lines where its letters need it. */
export function withLeading(name: string, locale: string): string {
  return TALL.includes(locale.split('-')[0] ?? '') ? `${name} tall` : name;
}
