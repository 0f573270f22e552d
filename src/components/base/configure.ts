import { setExportBase } from '../../export/export-base.js';

/** Settings of the library on a page. */
export interface Configuration {
  /** The folder that `export.js` of the package's `cdn` is in, where the script stands elsewhere. */
  readonly exportBase?: string;
}

/** Sets what is named, for all widgets of the page. */
export function configure({ exportBase }: Configuration): void {
  if (exportBase !== undefined) setExportBase(exportBase);
}
