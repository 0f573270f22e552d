import { expect, nextFrame } from '@open-wc/testing';
import { setStrings } from '../../src/localize/texts.js';
import type { Texts } from '../../src/localize/texts.js';
import { servedData } from '../../stories/support/served.js';
import { runStory, storyModules } from './run-story.js';

/** Attributes that a reader hears or sees. */
const SPOKEN = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'placeholder', 'title'];

const files = (await (await fetch('/__files/stories.json')).json()) as readonly string[];
const modules = await storyModules(files);
const texts = (await (await fetch('/__files/texts.json')).json()) as Record<'required' | 'definitions', Record<string, { text: string }>>;

/** Names of time zones and codes of errors. */
const SAME = wordsIn('UTC http invalid offline no-source');

/** In Arabic, whose dates, units and digits have no Latin letter either. */
const LANGUAGE = 'ar';
const pseudo: Texts = Object.fromEntries(
  Object.entries({ ...texts.required, ...texts.definitions }).map(([id, { text }]) => [id, encircled(text)]),
);

describe('with every text of the source written in other letters', () => {
  before(() => {
    setStrings({ [LANGUAGE]: pseudo });
    document.documentElement.lang = LANGUAGE;
  });
  after(() => document.documentElement.removeAttribute('lang'));

  for (const module of modules) {
    describe(module.default.title, () => {
      for (const name of Object.keys(module).filter((key) => key !== 'default')) {
        it(`${name} shows no word that is not of the data`, async () => {
          const element = await runStory(module, name);
          const { data, src, tables } = element as { data?: unknown; src?: string; tables?: string };
          const given = wordsGiven(module.default.args, module[name]?.args, data, servedData(src ?? ''), servedData(tables ?? ''));
          const raw = (): readonly string[] => [
            ...new Set(shownIn(element).filter((text) => wordsIn(text).some((word) => !given.has(word)))),
          ];
          expect(raw()).to.deep.equal([]);
          for (const button of buttonsIn(element)) {
            button.click();
            await nextFrame();
            expect(raw(), 'with its menu open').to.deep.equal([]);
            button.click();
            await nextFrame();
          }
        });
      }
    });
  }
});

/** "Sort {0}" as "Ⓢⓞⓡⓣ {0}". */
function encircled(text: string): string {
  return text
    .replace(/[A-Z]/g, (letter) => String.fromCodePoint(0x24b6 + letter.charCodeAt(0) - 65))
    .replace(/[a-z]/g, (letter) => String.fromCodePoint(0x24d0 + letter.charCodeAt(0) - 97));
}

/** A word that is cut off is none, nor is a code with digits, nor what says of data to whoever made them where they are wrong. */
function wordsIn(text: string): readonly string[] {
  if (/: expected .+, got /.test(text)) return [];
  const letters = text.replace(/\S*…\S*/g, '').match(/[A-Za-z0-9]+/g) ?? [];
  return letters.filter((word) => /^[A-Za-z]{2,}$/.test(word));
}

/** Words of what a story gives, wherever in it, and names that are the same in every language. */
function wordsGiven(...given: readonly unknown[]): ReadonlySet<string> {
  return new Set([...SAME, ...given.flatMap(textsIn).flatMap(wordsIn)]);
}

/** Words of large data are looked for once: stories share what they show. */
const known = new WeakMap<object, readonly string[]>();

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const found = known.get(value) ?? [...new Set(textsInside(value))];
  known.set(value, found);
  return found;
}

function textsInside(value: object): readonly string[] {
  return [...Object.keys(value), ...Object.values(value).flatMap(textsIn)];
}

/** Every text below, inside shadow roots too, that is seen or spoken. */
function shownIn(root: Node): readonly string[] {
  if (root instanceof Text) return [root.data];
  if (root instanceof HTMLStyleElement) return [];
  const own = root instanceof Element ? SPOKEN.flatMap((name) => root.getAttribute(name) ?? []) : [];
  const inside = root instanceof Element && root.shadowRoot !== null ? shownIn(root.shadowRoot) : [];
  return [...own, ...inside, ...[...root.childNodes].flatMap(shownIn)];
}

function buttonsIn(root: Element | ShadowRoot): readonly HTMLElement[] {
  const own = [...root.querySelectorAll<HTMLElement>('button[aria-haspopup]')];
  const inside = [...root.querySelectorAll('*'), ...(root instanceof Element ? [root] : [])].flatMap(({ shadowRoot }) =>
    shadowRoot === null ? [] : buttonsIn(shadowRoot),
  );
  return [...own, ...inside];
}
