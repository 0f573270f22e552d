type Fields = readonly (readonly [bytes: 1 | 2 | 4, value: number])[];

const PRINTABLE = { first: 0x20, last: 0x7e };

/**
 * A TrueType font in which each character of ASCII is a black box `advance` thousandths of an em wide, so that what is black of a text
 * tells whether the font draws it. OpenType 1.9.1, "Font tables".
 */
export function boxFont(advance: number): Uint8Array<ArrayBuffer> {
  const { first, last } = PRINTABLE;
  const box = table([
    ...shorts(1, 0, 0, advance, 700, 3, 0),
    ...fields(1, 1, 1, 1, 1),
    ...shorts(0, 0, advance, 0),
    ...shorts(0, 700, 0, -700),
  ]);
  const tables: readonly (readonly [tag: string, content: Uint8Array])[] = [
    [
      'OS/2',
      table([...shorts(4, advance, 400, 5, ...none(27), 0x40, first, last, 800, -200, 0, 800, 200, ...none(4), 500, 700, 0, 32, 0)]),
    ],
    [
      'cmap',
      table([
        ...[...shorts(0, 1, 3, 1), ...longs(12)],
        ...shorts(4, 32 + 2 * (last - first + 1), 0, 4, 4, 1, 0, last, 0xffff, 0, first, 0xffff, 0, 1, 4, 0),
        ...shorts(...Array.from({ length: last - first + 1 }, () => 1)),
      ]),
    ],
    ['glyf', box],
    [
      'head',
      table([
        ...longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
        ...shorts(0, 1000),
        ...longs(0, 0, 0, 0),
        ...shorts(0, 0, advance, 700, 0, 8, 2, 0, 0),
      ]),
    ],
    ['hhea', table([...longs(0x10000), ...shorts(800, -200, 0, advance, 0, 0, advance, 1, ...none(7), 1)])],
    ['hmtx', table(shorts(advance, 0, 0))],
    ['loca', table(shorts(0, 0, box.length / 2))],
    ['maxp', table([...longs(0x10000), ...shorts(2, 4, 1, 0, 0, 1, ...none(8))])],
    ['name', table(shorts(0, 0, 6))],
    ['post', table([...longs(0x30000), ...none(7).flatMap((zero) => longs(zero))])],
  ];
  return assembled(tables);
}

function assembled(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const directory: number[] = [];
  const contents: number[] = [];
  const start = 12 + 16 * tables.length;
  for (const [tag, content] of tables) {
    directory.push(...new TextEncoder().encode(tag), ...table(longs(0, start + contents.length, content.length)));
    contents.push(...content, ...none(-content.length & 3));
  }
  return Uint8Array.from([...table([...longs(0x10000), ...shorts(tables.length, 128, 3, 32)]), ...directory, ...contents]);
}

function table(content: Fields): Uint8Array {
  return Uint8Array.from(
    content.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, at) => (value >> (8 * (bytes - 1 - at))) & 0xff)),
  );
}

function fields(bytes: 1 | 2 | 4, ...values: readonly number[]): Fields {
  return values.map((value) => [bytes, value]);
}

function shorts(...values: readonly number[]): Fields {
  return fields(2, ...values);
}

function longs(...values: readonly number[]): Fields {
  return fields(4, ...values);
}

function none(length: number): readonly number[] {
  return Array.from({ length }, () => 0);
}
