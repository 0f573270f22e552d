import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import { engagementLabel } from '../../../metrics/at-risk-engagement.js';
import { TABLES } from '../../../metrics/tables.js';
import type { Table, Tables } from '../../table.js';
import { TableBuilder } from '../../table.js';
import type { Block } from './block-index.js';
import { ITEMS, readBlocks, touchRows } from './block-index.js';
import { EngagementRows } from './engagement-rows.js';
import { tableOf, textAt } from './columns.js';
import { PairCodes } from './pair-codes.js';

const KINDS: readonly EngagementKind[] = ['page', 'problem', 'video'];

/** A section or subsection above an item. */
interface Heading {
  readonly level: 'section' | 'subsection';
  readonly id: string;
  readonly text: string;
}

/** A section or subsection of a course with its number of items of one kind. */
interface Part {
  readonly course: string | null;
  readonly heading: Heading;
  items: number;
}

/**
 * The `engagement` table under the corrected rules: for each section and subsection in which a learner touched an item, how many
 * items of the whole section or subsection; one row a learner, section and kind. Only items of the latest course count, also
 * those that nobody opened (Open edX aspects-dbt, engagement_by_section, unreleased).
 */
export function engagement(tables: Tables): Table {
  const blocks = readBlocks(tables);
  const rows = new EngagementRows(blocks.keys());
  for (const kind of KINDS) {
    const { type, facts } = ITEMS[kind];
    const parts = partsWith(kind, blocks);
    const { rows: touched, actors, courses, ids, blocks: known } = touchRows(tableOf(tables, facts), blocks);
    const headings: Heading[] = [];
    const numbers = new Map<string, number>();
    const numberOf = (heading: Heading): number => {
      const number = numbers.get(heading.id) ?? headings.push(heading) - 1;
      numbers.set(heading.id, number);
      return number;
    };
    const above = known.map((block) => (block?.type === type ? headingsOf(block).map(numberOf) : []));
    const pairs = new PairCodes();
    const counts: number[] = [];
    const firsts: number[] = [];
    for (const row of touched) {
      for (const heading of above[ids.codes[row] ?? -1] ?? []) {
        const pair = pairs.of(actors.codes[row] ?? -1, heading);
        counts[pair] = (counts[pair] ?? 0) + 1;
        firsts[pair] ??= row;
      }
    }
    for (const [pair, count] of counts.entries()) {
      const heading = headings[pairs.second(pair)];
      const [course, actor] = [textAt(courses, firsts[pair] ?? -1), textAt(actors, firsts[pair] ?? -1)];
      if (heading === undefined || course === null || actor === null) continue;
      const all = parts.get(heading.id)?.items ?? 0;
      rows.add({
        course_key: course,
        actor_id: actor,
        block_id: heading.id,
        kind,
        level: heading.level,
        touched: count,
        items: all,
        label: engagementLabel(kind, count, all),
        section_subsection: heading.text,
      });
    }
  }
  return rows.build();
}

/**
 * The `course_parts` table: the sections and subsections of the latest course with items of a kind, also those that nobody
 * opened, so that a chart can show 0 where 0 is known. A part without items has no row: nobody could engage with it.
 */
export function courseParts(tables: Tables): Table {
  const blocks = readBlocks(tables);
  const builder = new TableBuilder('course_parts', TABLES.get('course_parts')?.columns ?? {});
  for (const kind of KINDS) {
    for (const { course, heading } of partsWith(kind, blocks).values()) {
      builder.push({ course_key: course, block_id: heading.id, kind, level: heading.level, section_subsection: heading.text });
    }
  }
  return builder.build();
}

/** The sections and subsections with items of a kind, by their id, and how many items each has. */
function partsWith(kind: EngagementKind, blocks: ReadonlyMap<string, Block>): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const block of blocks.values()) {
    if (block.type !== ITEMS[kind].type) continue;
    for (const heading of headingsOf(block)) {
      const part = parts.get(heading.id);
      if (part === undefined) parts.set(heading.id, { course: block.course, heading, items: 1 });
      else part.items++;
    }
  }
  return parts;
}

function headingsOf(block: Block): Heading[] {
  const headings: Heading[] = [];
  if (block.sectionBlock !== null) headings.push({ level: 'section', id: block.sectionBlock, text: block.section ?? block.sectionBlock });
  if (block.subsectionBlock !== null) {
    headings.push({ level: 'subsection', id: block.subsectionBlock, text: block.subsection ?? block.subsectionBlock });
  }
  return headings;
}
