import { joined } from '../files/zip.js';

/** Number of an object in a PDF file. */
export type ObjectId = number;

/** Collects the objects of a PDF file and writes it. ISO 32000-1, section 7.5. */
export class PdfFile {
  #objects: (Uint8Array | undefined)[] = [];

  /** A number for an object that others name before it is there. */
  reserve(): ObjectId {
    return this.#objects.push(undefined);
  }

  /** Writes a reserved object; `body` is ASCII. */
  set(id: ObjectId, body: string): void {
    this.#objects[id - 1] = ascii(body);
  }

  add(body: string): ObjectId {
    const id = this.reserve();
    this.set(id, body);
    return id;
  }

  /** A stream with the entries of its dictionary besides length and filter; compressed where the browser can. */
  async addStream(entries: string, content: string | Uint8Array<ArrayBuffer>): Promise<ObjectId> {
    const id = this.reserve();
    const bytes = typeof content === 'string' ? ascii(content) : content;
    const packed = await deflated(bytes);
    const data = packed ?? bytes;
    const filter = packed === undefined ? '' : '/Filter /FlateDecode ';
    this.#objects[id - 1] = joined([ascii(`<< ${entries} ${filter}/Length ${data.length} >>\nstream\n`), data, ascii('\nendstream')]);
    return id;
  }

  /** The file. Every reserved object must have been set. */
  build(root: ObjectId, info: ObjectId): Uint8Array<ArrayBuffer> {
    const chunks = [ascii('%PDF-1.7\n'), Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a)];
    let length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const offsets = this.#objects.map((object, at) => {
      const offset = length;
      const written = joined([ascii(`${at + 1} 0 obj\n`), object ?? ascii('null'), ascii('\nendobj\n')]);
      chunks.push(written);
      length += written.length;
      return offset;
    });
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const size = this.#objects.length + 1;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
    chunks.push(ascii(`${table}trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${length}\n%%EOF\n`));
    return joined(chunks);
  }
}

/** A text of any script as a PDF string: UTF-16BE with its mark, in hexadecimal. */
export function pdfText(text: string): string {
  return `<FEFF${utf16(text)}>`;
}

/** The UTF-16BE code units of a text in hexadecimal. */
export function utf16(text: string): string {
  return text
    .split('')
    .map((unit) => hex(unit.charCodeAt(0), 4))
    .join('');
}

/** A number in hexadecimal with leading zeros. */
export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** A moment as a PDF date in UTC. */
export function pdfDate(instant: number): string {
  return `(D:${new Date(instant).toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
}

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof CompressionStream !== 'function') return undefined;
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
