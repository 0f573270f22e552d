import type { Assets } from './assets.js';
import type { Flow } from './flow.js';
import { pdfDate, pdfText } from './pdf-file.js';
import type { ObjectId, PdfFile } from './pdf-file.js';

/** A place that readers jump to from the list of contents. */
export interface Bookmark {
  readonly title: string;
  /** Index of the page. */
  readonly page: number;
  /** Distance from the top in points. */
  readonly y: number;
}

/** The file of all pages, with its title, language and bookmarks. */
export async function writePages(flow: Flow, assets: Assets, bookmarks: readonly Bookmark[]): Promise<Uint8Array<ArrayBuffer>> {
  const { file } = assets;
  const { document, pages } = flow;
  const [tree, resources] = [file.reserve(), file.reserve()];
  const kids: ObjectId[] = [];
  for (const page of pages) {
    const content = await file.addStream('', page.content);
    kids.push(
      file.add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources ${resources} 0 R /Contents ${content} 0 R >>`,
      ),
    );
  }
  file.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`);
  await assets.write(resources);
  const outline = writeOutline(
    file,
    bookmarks.map((bookmark) => ({ ...bookmark, kid: kids[bookmark.page] ?? tree, height: pages[bookmark.page]?.height ?? 0 })),
  );
  const root = file.add(
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang ${pdfText(document.language)} /Outlines ${outline} 0 R /PageMode /${document.parts.length > 1 ? 'UseOutlines' : 'UseNone'} /ViewerPreferences << /DisplayDocTitle true /Direction /${document.direction === 'rtl' ? 'R2L' : 'L2R'} >> >>`,
  );
  const info = file.add(
    `<< /Title ${pdfText(document.title)} /Creator ${pdfText('learner-elements')} /CreationDate ${pdfDate(document.generatedAt)} >>`,
  );
  return file.build(root, info);
}

function writeOutline(file: PdfFile, bookmarks: readonly (Bookmark & { readonly kid: ObjectId; readonly height: number })[]): ObjectId {
  const outline = file.reserve();
  const items = bookmarks.map(() => file.reserve());
  for (const [at, id] of items.entries()) {
    const bookmark = bookmarks[at];
    if (bookmark === undefined) continue;
    const [before, after] = [items[at - 1], items[at + 1]];
    const links = `${before === undefined ? '' : `/Prev ${before} 0 R `}${after === undefined ? '' : `/Next ${after} 0 R `}`;
    file.set(
      id,
      `<< /Title ${pdfText(bookmark.title)} /Parent ${outline} 0 R ${links}/Dest [${bookmark.kid} 0 R /XYZ 0 ${Math.round(bookmark.height - bookmark.y)} 0] >>`,
    );
  }
  const ends = items.length === 0 ? '' : `/First ${items[0]} 0 R /Last ${items[items.length - 1]} 0 R `;
  file.set(outline, `<< /Type /Outlines ${ends}/Count ${items.length} >>`);
  return outline;
}
