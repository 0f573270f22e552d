/** Where the script stands that this is part of, which a page may also load as a module; undefined where it is bundled into another. */
let base: string | undefined = typeof document === 'undefined' ? undefined : folderOf(document.currentScript ?? scriptTag());

/** The address of a file for exports, beside the script or where the host says; undefined where neither is known. */
export function exportFile(name: string): string | undefined {
  return base === undefined ? undefined : new URL(name, base).href;
}

/** Says where such files are: a folder, relative to the page. */
export function setExportBase(folder: string): void {
  base = new URL(folder.endsWith('/') ? folder : `${folder}/`, document.baseURI).href;
}

function scriptTag(): HTMLScriptElement | null {
  return document.querySelector('script[src$="/learner-elements.js"]');
}

function folderOf(script: HTMLOrSVGScriptElement | null): string | undefined {
  return script instanceof HTMLScriptElement && script.src !== '' ? new URL('.', script.src).href : undefined;
}
