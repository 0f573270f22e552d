import type { Table, Tables } from '../../table.js';

/** Names of tables, and what makes them all. */
export type Derivation = readonly [names: readonly string[], make: () => readonly Table[]];

/** Tables of which some are made when they are first asked for; their names are known at once. */
export class DerivedTables implements ReadonlyMap<string, Table> {
  readonly #makers: ReadonlyMap<string, () => Table>;

  private constructor(makers: ReadonlyMap<string, () => Table>) {
    this.#makers = makers;
  }

  /** The given tables and those derived from them; a derived one stands in the place of one given by its name. */
  static of(given: Tables, derived: readonly Derivation[] = []): DerivedTables {
    const makers = new Map(makersOf(given));
    for (const [names, make] of derived) {
      let made: Tables | undefined;
      const all = (): Tables => (made ??= new Map(make().map((table) => [table.name, table])));
      for (const name of names) makers.set(name, () => all().get(name) ?? noRows(name));
    }
    return new DerivedTables(makers);
  }

  /** These tables, and the given ones in the place of those of their names. */
  with(given: Iterable<readonly [string, Table]>): DerivedTables {
    return new DerivedTables(new Map([...this.#makers, ...makersOf(new Map(given))]));
  }

  get size(): number {
    return this.#makers.size;
  }

  get(name: string): Table | undefined {
    return this.#makers.get(name)?.();
  }

  has(name: string): boolean {
    return this.#makers.has(name);
  }

  keys(): MapIterator<string> {
    return this.#makers.keys();
  }

  entries(): MapIterator<[string, Table]> {
    return this.#all().entries();
  }

  values(): MapIterator<Table> {
    return this.#all().values();
  }

  forEach(visit: (table: Table, name: string, tables: ReadonlyMap<string, Table>) => void): void {
    for (const [name, table] of this.#all()) visit(table, name, this);
  }

  [Symbol.iterator](): MapIterator<[string, Table]> {
    return this.entries();
  }

  #all(): Map<string, Table> {
    return new Map([...this.#makers].map(([name, make]) => [name, make()]));
  }
}

function makersOf(tables: Tables): [string, () => Table][] {
  return Array.from(tables.keys(), (name) => [name, () => tables.get(name) ?? noRows(name)]);
}

function noRows(name: string): Table {
  return { name, length: 0, columns: new Map() };
}
