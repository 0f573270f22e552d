/**
 * A text as it begins a sentence: names of months have a small letter in some languages. Of one that begins with no letter nothing changes.
 */
export function sentenceStart(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
