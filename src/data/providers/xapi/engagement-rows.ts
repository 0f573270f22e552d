import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import { TABLES } from '../../../metrics/tables.js';
import type { CategoryColumn, Table } from '../../table.js';
import { ColumnBuilder } from '../../table.js';
import { chosen, factTable, textsOf } from './columns.js';
import { byCode, ranks, upTo } from './order.js';

/** One row of the `engagement` table; null where the rule does not count. */
export interface EngagementRow {
  readonly course_key: string;
  readonly actor_id: string;
  /** Of the section or subsection. */
  readonly block_id: string | null;
  readonly kind: EngagementKind;
  readonly level: 'section' | 'subsection';
  readonly touched: number | null;
  readonly items: number | null;
  readonly label: string;
  readonly section_subsection: string;
}

/** Collects rows of the `engagement` table and puts them in the order of the blocks, then of the learners' ids. */
export class EngagementRows {
  readonly #order: ReadonlyMap<string, number>;
  readonly #columns = Object.entries(TABLES.get('engagement')?.columns ?? {}).map(
    ([name, type]) => [name as keyof EngagementRow, new ColumnBuilder(type)] as const,
  );

  /** Takes the ids of all blocks in course order. */
  constructor(blockIds: Iterable<string>) {
    this.#order = new Map([...blockIds].map((id, place) => [id, place]));
  }

  add(row: EngagementRow): void {
    for (const [name, builder] of this.#columns) builder.push(row[name]);
  }

  build(): Table {
    const length = this.#columns[0]?.[1].length ?? 0;
    const table: Table = { name: 'engagement', length, columns: new Map(this.#columns.map(([name, builder]) => [name, builder.build()])) };
    const [ids, actors, labels] = [textsOf(table, 'block_id'), textsOf(table, 'actor_id'), textsOf(table, 'label')];
    const places = ids.dictionary.map((id) => this.#order.get(id) ?? this.#order.size);
    const placeOf = ids.codes.map((code) => places[code] ?? this.#order.size);
    const byActor = byCode(byCode(upTo(length), ranked(labels), labels.dictionary.length), ranked(actors), actors.dictionary.length);
    const order = byCode(byActor, placeOf, this.#order.size + 1);
    return factTable(table.name, length, Object.fromEntries(this.#columns.map(([name]) => [name, chosen(table, name, order)])));
  }
}

/** The rank of each row's text. */
function ranked({ codes, dictionary }: CategoryColumn): Int32Array {
  const rankOf = ranks(dictionary);
  return codes.map((code) => rankOf[code] ?? 0);
}
