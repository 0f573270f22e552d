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

/**
 * The text of that id in the language that is spoken now: the host's, else the translation, else the English one given here. Where
 * that is written from right to left, values are isolated and a mark goes before, so that no value turns the sentence round.
 */
export function msg(source: string | Phrase, { id }: { readonly id: string }): string {
  const [values, count] = typeof source === 'string' ? [[]] : [source.values, source.count];
  const found = textOf(id, count);
  if (found === undefined) return english(source);
  const write = (value: unknown): string => (found.isRightToLeft ? `\u2068${String(value)}\u2069` : String(value));
  const text = found.text.replace(/\{(\d+)\}/g, (_, at) => write(values[Number(at)]));
  return found.isRightToLeft && values.length > 0 ? `\u200f${text}` : text;
}

function english(source: string | Phrase): string {
  if (typeof source === 'string') return source;
  if (source.count === 1 && source.one !== undefined) return english(source.one);
  return source.strings.reduce((text, string, at) => `${text}${String(source.values[at - 1])}${string}`);
}
