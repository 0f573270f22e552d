import { openDB } from 'idb';

/** All that a database holds, as text: records as JSON, files and bytes as what they say. */
export async function storedTexts(name: string): Promise<readonly string[]> {
  const database = await openDB(name);
  const records: unknown[] = [];
  for (const store of database.objectStoreNames) records.push(...(await database.getAll(store)));
  database.close();
  return Promise.all(records.map(textOf));
}

/** Puts what is no copy in the place of each copy that a database holds, as every browser can store it. */
export async function damageCopies(name: string): Promise<void> {
  const database = await openDB(name);
  for (const key of await database.getAllKeys('bodies')) await database.put('bodies', new TextEncoder().encode('{"half').buffer, key);
  database.close();
}

/** Puts zeros in the place of the last bytes of each copy that a database holds. */
export async function zeroTails(name: string): Promise<void> {
  const database = await openDB(name);
  for (const key of await database.getAllKeys('bodies')) {
    const body: unknown = await database.get('bodies', key);
    const bytes = new Uint8Array(body instanceof Blob ? await body.arrayBuffer() : (body as ArrayBuffer));
    await database.put('bodies', bytes.fill(0, bytes.length / 2).buffer, key);
  }
  database.close();
}

async function textOf(record: unknown): Promise<string> {
  if (record instanceof Blob) return record.text();
  return record instanceof ArrayBuffer ? new TextDecoder().decode(record) : JSON.stringify(record);
}
