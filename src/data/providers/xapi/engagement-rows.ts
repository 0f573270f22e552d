import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import type { CategoryColumn, Table } from '../../table.js';
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

/** The rows of an `engagement` table in the order of the blocks, whose ids are given in course order, then of the learners' ids. */
export function inCourseOrder(table: Table, blockIds: Iterable<string>): Table {
  const placeOf = new Map([...blockIds].map((id, place) => [id, place]));
  const [ids, actors, labels] = [textsOf(table, 'block_id'), textsOf(table, 'actor_id'), textsOf(table, 'label')];
  const places = Int32Array.from(ids.dictionary, (id) => placeOf.get(id) ?? placeOf.size);
  const byLabel = byCode(upTo(table.length), ranked(labels), labels.dictionary.length);
  const byActor = byCode(byLabel, ranked(actors), actors.dictionary.length);
  const order = byCode(
    byActor,
    ids.codes.map((code) => places[code] ?? placeOf.size),
    placeOf.size + 1,
  );
  const columns = Object.fromEntries([...table.columns.keys()].map((name) => [name, chosen(table, name, order)]));
  return factTable(table.name, table.length, columns);
}

/** The rank of each row's text. */
function ranked({ codes, dictionary }: CategoryColumn): Int32Array {
  const rankOf = ranks(dictionary);
  return codes.map((code) => rankOf[code] ?? 0);
}
