import type { ExportDocument } from '../document.js';
import type { ExportStyle } from '../look.js';
import { fillPrintPage } from './print-page.js';

/** How long a browser that never says when it has printed may keep the frame, in milliseconds. */
const GRACE = 600_000;

/**
 * Opens the browser's print dialogue on a document, in a frame of its own, so that nothing of the page is printed. From there the
 * reader also saves a PDF, in every script. Settles once the dialogue has been asked for; the frame goes away after printing. Throws an
 * Error where the browser gives no frame.
 */
export async function printDocument(
  document: ExportDocument,
  style: ExportStyle,
  print: (frame: Window) => void = (frame) => frame.print(),
): Promise<void> {
  const page = window.document;
  const frame = page.createElement('iframe');
  frame.title = document.title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineStart: '0',
    insetBlockEnd: '0',
    width: '0',
    height: '0',
    border: '0',
    visibility: 'hidden',
  });
  page.body.append(frame);
  const view = frame.contentWindow;
  if (view === null || frame.contentDocument === null) {
    frame.remove();
    throw new Error('The browser gave no frame to print from.');
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const done = (): void => {
    clearTimeout(timer);
    frame.remove();
  };
  try {
    fillPrintPage(frame.contentDocument, document, style);
    await frame.contentDocument.fonts.ready;
    timer = setTimeout(done, GRACE);
    view.addEventListener('afterprint', done, { once: true });
    print(view);
  } catch (thrown) {
    done();
    throw thrown;
  }
}
