import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import { TABLES } from '../../../metrics/tables.js';
import type { Table } from '../../table.js';
import { TableBuilder } from '../../table.js';

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
  #order: ReadonlyMap<string, number>;
  #rows: EngagementRow[] = [];

  /** Takes the ids of all blocks in course order. */
  constructor(blockIds: Iterable<string>) {
    this.#order = new Map([...blockIds].map((id, place) => [id, place]));
  }

  add(row: EngagementRow): void {
    this.#rows.push(row);
  }

  build(): Table {
    const place = ({ block_id: id }: EngagementRow): number => this.#order.get(id ?? '') ?? this.#order.size;
    this.#rows.sort((a, b) => place(a) - place(b) || compare(a.actor_id, b.actor_id) || compare(a.label, b.label));
    const builder = new TableBuilder('engagement', TABLES.get('engagement')?.columns ?? {});
    for (const row of this.#rows) builder.push({ ...row });
    return builder.build();
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
