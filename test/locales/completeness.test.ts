import { expect } from '@open-wc/testing';
import { LOCALES } from '../../src/localize/locale-files.js';
import type { Locale, PluralTexts, Texts } from '../../src/localize/texts.js';

interface SourceText {
  readonly text: string;
  readonly one?: string;
}

type SourceTexts = Readonly<Record<string, SourceText>>;

const { required, definitions } = (await (await fetch('/__files/texts.json')).json()) as {
  readonly required: SourceTexts;
  readonly definitions: SourceTexts;
};
const sources: SourceTexts = { ...required, ...definitions };
const locales = await Promise.all(
  LOCALES.map(async (name) => {
    const { locale } = (await import(`/src/locales/${name}.ts`)) as { readonly locale: Locale };
    const { definitions: prose } = (await import(`/src/locales/definitions/${name}.ts`)) as { readonly definitions: Texts };
    return { name, locale, prose, texts: { ...prose, ...locale.texts } };
  }),
);

describe('the texts of the source', () => {
  it('are all found, with the labels of the dictionary', () => {
    expect(Object.keys(required)).to.include.members(['state.loading', 'badge.count', 'label.Plays']);
    expect(required['badge.count']).to.deep.equal({ text: '{0} filters', one: '1 filter' });
    expect(Object.keys(required).length).to.be.greaterThan(400);
  });
});

describe('a file of texts', () => {
  it('is known for each of the languages that are said to have one', () => {
    expect(LOCALES).to.deep.equal(['ar', 'es', 'fr', 'hi', 'pt-BR', 'zh-Hans']);
  });

  for (const { name, locale, prose, texts } of locales) {
    describe(name, () => {
      it('says whose language it is, and whether a native reader has read it', () => {
        expect(locale.language).to.equal(name);
        expect(locale.status).to.be.oneOf(['drafted', 'reviewed']);
      });

      it('has every text of the source', () => {
        expect(Object.keys(required).filter((id) => !Object.hasOwn(locale.texts, id))).to.deep.equal([]);
      });

      it('says what every number means at length, in the file that loads for it or in that of all texts, in one of them', () => {
        expect(Object.keys(definitions).filter((id) => !Object.hasOwn(texts, id))).to.deep.equal([]);
        expect(Object.keys(prose).filter((id) => Object.hasOwn(locale.texts, id))).to.deep.equal([]);
      });

      it('translates all of it but names of fields and codes', () => {
        const english = Object.keys(prose).filter((id) => prose[id] === definitions[id]?.text);
        expect(english.filter((id) => !CODE.test(definitions[id]?.text ?? ''))).to.deep.equal([]);
      });

      it('has no text that the source does not have', () => {
        expect(Object.keys(texts).filter((id) => !Object.hasOwn(sources, id))).to.deep.equal([]);
      });

      it('has in each text the values of the source, and no text that is empty', () => {
        const wrong = Object.entries(texts).filter(([id, text]) => {
          const source = sources[id];
          if (source === undefined) return false;
          const [whole, ...some] = formsOf(text);
          const values = valuesIn(source.text);
          return (
            whole === undefined ||
            valuesIn(whole).join() !== values.join() ||
            some.some((form) => valuesIn(form).some((value) => !values.includes(value))) ||
            formsOf(text).some((form) => form.trim() === '')
          );
        });
        expect(wrong.map(([id]) => id)).to.deep.equal([]);
      });

      it('has each plural of its language where the source depends on a number, and nowhere else', () => {
        const categories = [...new Intl.PluralRules(name).resolvedOptions().pluralCategories].sort();
        const wrong = Object.entries(texts).filter(([id, text]) => {
          const isPlural = sources[id]?.one !== undefined;
          return isPlural ? Object.keys(text).sort().join() !== categories.join() : typeof text !== 'string';
        });
        expect(wrong.map(([id]) => id)).to.deep.equal([]);
      });
    });
  }
});

/** What a formula or a source says of a host's own: its fields, its codes, its addresses, its models. */
const CODE = /^([\w.()[\]-]+|[\w-]+( \| [\w-]+)+|((Oppia|Open edX Aspects), )?(GET \/\S+|(dim|fact|watched)_\w+))$/;

/** The text for any number first. */
function formsOf(text: string | PluralTexts): readonly string[] {
  return typeof text === 'string' ? [text] : [text.other, ...(Object.values(text) as string[])];
}

function valuesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\d+)\}/g)].map(([, value]) => value!).sort();
}
