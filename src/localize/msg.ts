import { textOf } from './texts.js';

/** A text with values in it, made by `str`, or by `plural` from two. */
export interface Phrase {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  readonly count?: number;
  readonly one?: string | Phrase;
}

/** Tag of a text with values in it. Translations name the values by their place: `{0}`, `{1}`. */
export function str(strings: TemplateStringsArray, ...values: readonly unknown[]): Phrase {
  return { strings, values };
}

/**
 * A text that depends on a number: in English `one` for 1, else `other`. Translations have a text for each plural category of
 * their language, with the values of `other`.
 */
export function plural(count: number, one: string | Phrase, other: Phrase): Phrase {
  return { ...other, count, one };
}

/** The text of that id in the language that is spoken now: the host's, else the translation, else the English one given here. */
export function msg(source: string | Phrase, { id }: { readonly id: string }): string {
  const [values, count] = typeof source === 'string' ? [[]] : [source.values, source.count];
  const text = textOf(id, count);
  return text === undefined ? english(source) : text.replace(/\{(\d+)\}/g, (_, at) => String(values[Number(at)]));
}

function english(source: string | Phrase): string {
  if (typeof source === 'string') return source;
  if (source.count === 1 && source.one !== undefined) return english(source.one);
  return source.strings.reduce((text, string, at) => `${text}${String(source.values[at - 1])}${string}`);
}
