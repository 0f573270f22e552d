import { scriptUrl } from './script-url.js';

/** The scripts that stand beside what they load; of a bundle of the host's nothing is known. */
const OURS = /\/(?:learner-elements|creator|at-risk)\.js$/;

/** What a policy of nonces asks of scripts; it is readable while ours runs. */
const nonce = typeof document === 'undefined' ? '' : (document.currentScript?.nonce ?? '');

/** Whether the page's policy asks scripts for one. */
export const hasNonce = nonce !== '';

/** Where the script stands that this is part of, which a page may also load as a module; undefined where it is bundled into another. */
let base: string | undefined = typeof document === 'undefined' ? undefined : folderOf(document.currentScript ?? scriptTag());

/** Loads a script that stands beside this one, or where the host says. Rejects where neither is known, or nothing is there. */
export async function loadScript(name: string): Promise<void> {
  if (base === undefined) throw new Error(`${name}: neither the script nor configure({ exportBase }) tells where it is`);
  const { href } = new URL(name, base);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${href}: could not be loaded`)));
    script.nonce = nonce;
    // A page that is not written in UTF-8 would take the script for one of its own kind.
    script.setAttribute('charset', 'utf-8');
    script.src = scriptUrl(href);
    document.head.append(script);
    script.remove();
  });
}

/** The folder that such scripts are in, if it is known. */
export function folder(): string | undefined {
  return base;
}

/**
 * Says where such scripts are: a folder, relative to the page.
 * @throws TypeError for what is no address.
 */
export function setExportBase(folder: string): void {
  try {
    base = new URL(folder.replace(/\/?$/, '/'), document.baseURI).href;
  } catch {
    throw new TypeError(`exportBase: expected the address of a folder, got ${JSON.stringify(folder)}`);
  }
}

function scriptTag(): HTMLScriptElement | null {
  return document.querySelector('script[src$="/learner-elements.js"]');
}

function folderOf(script: HTMLOrSVGScriptElement | null): string | undefined {
  if (!(script instanceof HTMLScriptElement) || script.src === '') return undefined;
  const { href, pathname } = new URL(script.src);
  return OURS.test(pathname) ? new URL('.', href).href : undefined;
}
