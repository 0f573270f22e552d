/** A cell of a file: whether it stood in quotation marks matters, for `""` is an empty text and nothing is unknown. */
export interface ReadCell {
  readonly text: string;
  readonly quoted: boolean;
}

/** Reads CSV by the grammar of RFC 4180, section 2, and nothing more: throws at every character that the grammar does not allow there. */
export function readCsv(file: string): readonly (readonly ReadCell[])[] {
  const rows: ReadCell[][] = [];
  let row: ReadCell[] = [];
  let at = 0;
  const fail = (expected: string): never => {
    throw new Error(`at ${at}: expected ${expected}, got ${JSON.stringify(file.slice(at, at + 10))}`);
  };
  while (at < file.length) {
    let text = '';
    const quoted = file[at] === '"';
    if (quoted) {
      at++;
      for (;;) {
        const end = file.indexOf('"', at);
        if (end < 0) fail('a closing quotation mark');
        text += file.slice(at, end);
        at = end + 1;
        if (file[at] !== '"') break;
        text += '"';
        at++;
      }
    } else {
      while (at < file.length && !/[,"\r\n]/.test(file[at] ?? '')) text += file[at++];
    }
    row.push({ text, quoted });
    if (file[at] === ',') {
      at++;
    } else if (file.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else {
      fail('a comma or CRLF');
    }
  }
  if (row.length > 0) fail('CRLF');
  return rows;
}

/** The texts of a file's cells. */
export function textsOf(file: string): readonly (readonly string[])[] {
  return readCsv(file).map((row) => row.map(({ text }) => text));
}
