import { setExportBase } from '../../script/script-base.js';
import { setStrings } from '../../localize/texts.js';
import type { Texts } from '../../localize/texts.js';

/** Settings of the library on a page. */
export interface Configuration {
  /** The folder that `export.js`, `definitions.js` and `locales` of the package's `cdn` are in, where the script stands elsewhere. */
  readonly exportBase?: string;
  /** Texts of your own by language and id, in the place of ours; a language may be one that we do not have. */
  readonly strings?: { readonly [language: string]: Texts };
}

/** Sets what is named, for all widgets of the page. Throws what names the setting that is wrong and its value. */
export function configure(given: Configuration = {}): void {
  const { exportBase, strings, ...unknown } = given;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new TypeError(`configure: expected exportBase or strings, got ${JSON.stringify(name)}`);
  if (exportBase !== undefined) setExportBase(exportBase);
  if (strings !== undefined) setStrings(strings);
}
