/** What a test reads of a PDF file, from its table of objects on. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, string>;
  /** Streams, unpacked, by the number of their object. */
  readonly streams: ReadonlyMap<number, Uint8Array>;
  readonly trailer: string;
}

/** Reads a file by its cross-reference table; throws where an offset, a length or a reference does not hold. */
export async function readPdf(file: Uint8Array<ArrayBuffer>): Promise<ReadPdf> {
  const text = latin(file);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? [];
  const entries = text
    .slice(text.indexOf('\n', start + 5) + 1)
    .split('\n')
    .slice(1, Number(count));
  const objects = new Map<number, string>();
  const streams = new Map<number, Uint8Array>();
  for (const [at, entry] of entries.entries()) {
    const number = at + 1;
    const offset = Number(entry.slice(0, 10));
    const head = `${number} 0 obj\n`;
    if (!text.startsWith(head, offset)) throw new Error(`object ${number} is not at ${offset}`);
    const stream = text.indexOf('\nstream\n', offset);
    const end = text.indexOf('\nendobj\n', offset);
    if (stream < 0 || stream > end) {
      objects.set(number, text.slice(offset + head.length, end));
      continue;
    }
    const dictionary = text.slice(offset + head.length, stream);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const data = file.slice(stream + 8, stream + 8 + length);
    if (!text.startsWith('\nendstream\nendobj\n', stream + 8 + length)) throw new Error(`the length of object ${number} is wrong`);
    objects.set(number, dictionary);
    streams.set(number, dictionary.includes('/FlateDecode') ? await inflated(data) : data);
  }
  for (const body of objects.values()) {
    for (const [, number = ''] of body.matchAll(/(\d+) 0 R/g))
      if (!objects.has(Number(number))) throw new Error(`object ${number} is not there`);
  }
  return { objects, streams, trailer: text.slice(text.lastIndexOf('trailer')) };
}

/** The texts of a page in the order of its operators, by the character maps of its fonts. */
export function textsOfPage({ objects, streams }: ReadPdf, page: string): readonly string[] {
  const content = latin(streams.get(reference(page, 'Contents'))!);
  const resources = objects.get(reference(page, 'Resources')) ?? '';
  const map = /\/F3 (\d+) 0 R/.test(resources)
    ? unicodeMap(latin(streams.get(reference(objects.get(reference(resources, 'F3')) ?? '', 'ToUnicode'))!))
    : new Map<string, string>();
  return [...content.matchAll(/\/(F\d) [\d.]+ Tf [-\d. ]+ Tm <([0-9A-F]*)> Tj/g)].map(([, font, codes = '']) =>
    font === 'F3'
      ? (codes.match(/.{4}/g) ?? []).map((code) => map.get(code) ?? '?').join('')
      : new TextDecoder('windows-1252').decode(Uint8Array.from(codes.match(/../g) ?? [], (code) => Number.parseInt(code, 16))),
  );
}

/** The dictionaries of the pages, in order. */
export function pagesOf({ objects }: ReadPdf): readonly string[] {
  const tree = [...objects.values()].find((body) => body.includes('/Type /Pages')) ?? '';
  return [...(/\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, number]) => objects.get(Number(number)) ?? '');
}

/** The number of the object that an entry of a dictionary names. */
export function reference(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]);
}

/** A text string of a PDF file. */
export function textString(hexadecimal: string): string {
  return String.fromCharCode(...(hexadecimal.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))).replace(/^\ufeff/, '');
}

function unicodeMap(stream: string): Map<string, string> {
  return new Map([...stream.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, code = '', units = '']) => [code, textString(units)]));
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
