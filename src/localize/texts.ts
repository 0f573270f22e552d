import { loadTexts, LOCALES } from './locale-files.js';

/** A text that depends on a number, by the plural categories of its language (`Intl.PluralRules`). */
export interface PluralTexts {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Texts of one language by id. `{0}` stands for the first value, `{1}` for the second. What is left out stays English. */
export interface Texts {
  readonly [id: string]: string | PluralTexts;
}

/** What a file of `locales` holds. */
export interface Locale {
  /** BCP 47. */
  readonly language: string;
  /** Whether somebody whose language it is has read the texts. */
  readonly status: 'drafted' | 'reviewed';
  readonly texts: Texts;
}

/** Texts of one language with their plural rules. */
interface Source {
  readonly texts: Texts;
  readonly rules: Intl.PluralRules;
  readonly isRightToLeft: boolean;
}

/** Gives texts of one of the languages that have a file. */
type Load = (file: string) => Promise<Texts>;

/** The texts of a language that stand beside numbers: a host that only names a title has none of them. */
const WITH_NUMBERS = 'duration.seconds';

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = /^(Arab|Hebr|Nkoo|Syrc|Thaa)$/;

const fromHost = new Map<string, Texts>();
const loaded = new Map<string, Texts>();
const asked = new Map<Load, Map<string, Promise<void>>>();
const listeners = new Set<() => void>();
let spoken = 'en';
let sources: readonly Source[] = [];

/** From now on `msg` gives texts of this language (BCP 47), as far as there are any; asks for them where they are not here. */
export function speak(language: string): void {
  if (spoken === language) return;
  spoken = language;
  choose();
}

/**
 * The text of that id in the language that is spoken, and whether that is written from right to left; undefined where neither the host nor
 * a translation has one.
 */
export function textOf(id: string, count?: number): { readonly text: string; readonly isRightToLeft: boolean } | undefined {
  for (const { texts, rules, isRightToLeft } of sources) {
    const found = Object.hasOwn(texts, id) ? texts[id] : undefined;
    if (typeof found === 'string') return { text: found, isRightToLeft };
    if (found !== undefined) return { text: (count === undefined ? undefined : found[rules.select(count)]) ?? found.other, isRightToLeft };
  }
  return undefined;
}

/**
 * The language in which numbers and dates belong among the texts that a reader of `language` is shown: that one once its texts are here,
 * until then and without any English. Where we have a file of the language, a few texts of the host do not stand in for it.
 */
export function shownLanguage(language: string): string {
  const file = closestTo(language, LOCALES);
  const own = closestTo(language, [...fromHost.keys()]);
  const isHosts = own !== undefined && (file === undefined || Object.hasOwn(fromHost.get(own) ?? {}, WITH_NUMBERS));
  const isShown = isHosts || (file !== undefined && loaded.has(file)) || closestTo(language, ['en']) !== undefined;
  return isShown ? language : 'en';
}

/**
 * Texts of the host by language, before all others; a language may be one that has no file. What was set before stays where no
 * new text takes its place.
 * @throws RangeError for a language that is no BCP 47 tag, TypeError for what are no texts; each names path and value, and then nothing
 * changes.
 */
export function setStrings(strings: { readonly [language: string]: Texts }): void {
  if (!isRecord(strings)) throw new TypeError(`strings: expected texts by language, got ${JSON.stringify(strings)}`);
  const given = Object.entries(strings).map(([language, texts]) => {
    const tag = canonical(language);
    if (!isRecord(texts)) throw new TypeError(`strings.${language}: expected texts by id, got ${JSON.stringify(texts)}`);
    for (const [id, text] of Object.entries(texts)) {
      if (typeof ((text as PluralTexts | null)?.other ?? text) === 'string') continue;
      throw new TypeError(`strings.${language}["${id}"]: expected a text, or one for each plural form, got ${JSON.stringify(text)}`);
    }
    return [tag, texts] as const;
  });
  for (const [tag, texts] of given) fromHost.set(tag, { ...fromHost.get(tag), ...texts });
  changed();
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    throw new RangeError(`strings["${language}"]: expected a BCP 47 tag, such as pt-BR, got "${language}"`);
  }
}

/** Calls `listener` whenever texts have come or gone; gives what ends that. */
export function onTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one of those languages whose texts a reader of `language` can read: same language, same script, best the same region. */
export function closestTo(language: string, offered: readonly string[]): string | undefined {
  if (offered.includes(language)) return language;
  try {
    const wanted = new Intl.Locale(language).maximize();
    const readable = offered.filter((other) => {
      const { language: base, script } = new Intl.Locale(other).maximize();
      return base === wanted.language && script === wanted.script;
    });
    return readable.find((other) => new Intl.Locale(other).maximize().region === wanted.region) ?? readable[0];
  } catch {
    return undefined;
  }
}

function choose(): void {
  const own = closestTo(spoken, [...fromHost.keys()]);
  const file = closestTo(spoken, LOCALES);
  void speakMore(loadTexts);
  sources = [
    ...sourceOf(own, fromHost),
    ...sourceOf(file, loaded),
    // English of the host stands in for a language without texts, as English does.
    ...(own === 'en' ? [] : sourceOf('en', fromHost)),
  ];
}

function sourceOf(language: string | undefined, among: ReadonlyMap<string, Texts>): readonly Source[] {
  const texts = language === undefined ? undefined : among.get(language);
  if (language === undefined || texts === undefined) return [];
  const isRightToLeft = RIGHT_TO_LEFT.test(new Intl.Locale(language).maximize().script ?? '');
  return [{ texts, rules: new Intl.PluralRules(language), isRightToLeft }];
}

/**
 * Brings the texts that `load` has of the language that is spoken; each language is asked for once. Settles when they are there, or
 * cannot be had.
 */
export async function speakMore(load: Load): Promise<void> {
  const file = closestTo(spoken, LOCALES);
  if (file === undefined) return;
  const files = asked.get(load) ?? new Map<string, Promise<void>>();
  asked.set(load, files);
  const coming = files.get(file) ?? take(file, load);
  files.set(file, coming);
  return coming;
}

async function take(file: string, load: Load): Promise<void> {
  try {
    const texts = await load(file);
    loaded.set(file, { ...loaded.get(file), ...texts });
    changed();
  } catch (error) {
    // A host that hands texts over needs no file, and in a bundle of its own there is none; a file that is refused, the browser itself
    // reports.
    if (closestTo(file, [...fromHost.keys()]) === undefined) console.warn(`learner-elements: no texts in ${file}, so English.`, error);
  }
}

function changed(): void {
  choose();
  for (const listener of [...listeners]) listener();
}
