/** A face of a web font, as a rule of the page's style sheets describes it. */
export interface PageFace {
  /** As {@link familyName} has it. */
  readonly family: string;
  /** All that the rule says but for its files, as CSS. */
  readonly descriptors: string;
  readonly weights: readonly [lightest: number, heaviest: number];
  readonly isUpright: boolean;
  readonly isNormalWidth: boolean;
  /** The code points that it is for, as CSS writes them; empty for all. */
  readonly range: string;
  /** Addresses of its files, WOFF2 first, relative to `base`. */
  readonly files: readonly string[];
  readonly base: string;
}

const DESCRIPTORS = ['family', 'style', 'weight', 'stretch', 'feature-settings', 'variation-settings'].map((name) => `font-${name}`);
const METRICS = ['unicode-range', 'size-adjust', 'ascent-override', 'descent-override', 'line-gap-override'];

/** The address of a file, and its format where that is told. */
const FILE = /url\(\s*("[^"]*"|'[^']*'|[^)]*?)\s*\)(?:\s*format\(\s*["']?([^"')]*))?/g;

/**
 * The faces of those web fonts that the page has drawn something with, of two equally described the later. What style sheets of another
 * origin hold cannot be read, and of fonts that a script has added nobody knows the files.
 */
export function pageFaces(): readonly PageFace[] {
  const drawn = new Set<string>();
  document.fonts.forEach(({ family, status }) => status === 'loaded' && drawn.add(familyName(family)));
  const sheets = [...document.styleSheets, ...(drawn.size === 0 ? [] : document.adoptedStyleSheets)];
  const faces = sheets.flatMap(rulesOf).map(faceOf);
  const apart = new Map(faces.map((face) => [face.descriptors, face]));
  return [...apart.values()].filter(({ family }) => drawn.has(family));
}

/** A family without quotation marks, in small letters. */
export function familyName(css: string): string {
  return css
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
}

function rulesOf(group: CSSStyleSheet | CSSGroupingRule): readonly CSSFontFaceRule[] {
  if ('media' in group && !matchMedia(group.media.mediaText).matches) return [];
  try {
    return [...group.cssRules].flatMap((rule) => {
      if (rule instanceof CSSFontFaceRule) return [rule];
      if (rule instanceof CSSImportRule) return rule.styleSheet === null ? [] : rulesOf(rule.styleSheet);
      return rule instanceof CSSGroupingRule ? rulesOf(rule) : [];
    });
  } catch {
    return [];
  }
}

function faceOf({ style, parentStyleSheet }: CSSFontFaceRule): PageFace {
  const said = (name: string): string => style.getPropertyValue(name);
  const [lightest = 400, heaviest = lightest] = numbersIn(said('font-weight').replace('normal', '400').replace('bold', '700'));
  const stretch = said('font-stretch');
  const [narrowest = 100, widest = narrowest] = numbersIn(stretch);
  return {
    family: familyName(said('font-family')),
    descriptors: [...DESCRIPTORS, ...METRICS].map((name) => (said(name) === '' ? '' : `${name}:${said(name)};`)).join(''),
    weights: [lightest, heaviest],
    isUpright: !/italic|oblique(?! 0deg)/.test(said('font-style')),
    isNormalWidth: !/condensed|expanded/.test(stretch) && narrowest <= 100 && widest >= 100,
    range: said('unicode-range'),
    files: filesIn(said('src')),
    base: parentStyleSheet?.href ?? document.baseURI,
  };
}

function filesIn(src: string): readonly string[] {
  const files = [...src.matchAll(FILE)].map(([, url = '', format = url]) => ({ url: url.replace(/^["']|["']$/g, ''), format }));
  const later = ({ format }: { readonly format: string }): number => (/woff2/i.test(format) ? 0 : 1);
  return files.sort((one, other) => later(one) - later(other)).map(({ url }) => url);
}

function numbersIn(css: string): readonly number[] {
  return (css.match(/[\d.]+/g) ?? []).map(Number);
}
