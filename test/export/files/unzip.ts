/** A file of an archive, as a reader finds it. */
export interface Unzipped {
  readonly name: string;
  readonly text: string;
  readonly crc: number;
  readonly bytes: Uint8Array;
}

/** Reads an archive from its end, as `unzip` does, and checks that every local header says what the directory says. */
export function unzip(archive: Uint8Array): readonly Unzipped[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const end = archive.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('no end of central directory');
  let at = view.getUint32(end + 16, true);
  const files = Array.from({ length: view.getUint16(end + 10, true) }, () => {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error(`no directory entry at ${at}`);
    if (view.getUint16(at + 10, true) !== 0) throw new Error('compressed');
    const [crc, size, nameLength, local] = [
      view.getUint32(at + 16, true),
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
      view.getUint32(at + 42, true),
    ];
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    if (view.getUint32(local, true) !== 0x04034b50) throw new Error(`no local header at ${local}`);
    for (const [here, there] of [
      [14, 16],
      [18, 20],
      [22, 24],
    ] as const) {
      if (view.getUint32(local + here, true) !== view.getUint32(at + there, true))
        throw new Error(`header and directory differ at ${here}`);
    }
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const bytes = archive.slice(start, start + size);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return {
      name: new TextDecoder('utf-8', { fatal: true }).decode(name),
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      crc,
      bytes,
    };
  });
  if (at !== end) throw new Error('the directory does not end at its end');
  return files;
}
