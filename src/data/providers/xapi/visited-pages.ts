import { columnsWithout } from '../../../metrics/tables.js';
import type { Table, Tables } from '../../table.js';
import { TableBuilder } from '../../table.js';
import { ITEMS, numberedPlace, readBlocks } from './block-index.js';
import { numbersOf, tableOf, textAt, textsOf } from './columns.js';

/**
 * The `visited_pages` table, which only `aspects-v8` counts from: each block that a learner visited, at the last visit (Open edX
 * Aspects, fact_navigation_completion). Blocks that are not known, or whose subsection has no pages, are left out.
 */
export function visitedPages(tables: Tables): Table {
  const blocks = readBlocks(tables);
  const placeOf = (id: string): string => {
    const block = blocks.get(id);
    return block === undefined ? '' : numberedPlace(block);
  };
  const paged = new Set([...blocks.values()].filter((block) => block.type === ITEMS.page.type).map((block) => placeOf(block.id)));
  const visits = tableOf(tables, 'page_visits');
  const courses = textsOf(visits, 'course_key');
  const actors = textsOf(visits, 'actor_id');
  const ids = textsOf(visits, 'block_id');
  const counts = ids.dictionary.map((id) => blocks.has(id) && paged.has(placeOf(id)));
  const times = numbersOf(visits, 'visited_at');
  const last = new Map<string, number>();
  for (let row = 0; row < visits.length; row++) {
    if (counts[ids.codes[row] ?? -1] !== true) continue;
    const key = `${courses.codes[row]} ${actors.codes[row]} ${ids.codes[row]}`;
    const other = last.get(key);
    if (other === undefined || (times[row] ?? 0) >= (times[other] ?? 0)) last.set(key, row);
  }
  const builder = new TableBuilder('visited_pages', columnsWithout('visited_pages'));
  for (const row of last.values()) {
    builder.push({
      course_key: textAt(courses, row),
      actor_id: textAt(actors, row),
      block_id: textAt(ids, row),
      last_visited_at: times[row],
    });
  }
  return builder.build();
}
