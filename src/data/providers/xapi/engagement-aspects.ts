import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import { engagementLabel } from '../../../metrics/at-risk-engagement.js';
import { columnsWithout } from '../../../metrics/tables.js';
import type { Table, Tables } from '../../table.js';
import { TableBuilder } from '../../table.js';
import type { Block, Touch } from './block-index.js';
import { ITEMS, numberedPlace, readBlocks, touches } from './block-index.js';
import { tableOf } from './columns.js';
import type { EngagementRow } from './engagement-rows.js';
import { inCourseOrder } from './engagement-rows.js';

/** Items of one subsection, counted apart by whether they are graded. */
type ItemCounts = ReadonlyMap<string, ReadonlyMap<boolean, number>>;

/** What one learner touched in one subsection, which may be the part of a section outside of all subsections. */
interface Part {
  readonly course: string;
  readonly actor: string;
  readonly block: Block;
  touched: number;
}

/**
 * The `engagement` table of Open edX Aspects v8 (facts 3.4), its defects included. Pages and videos: a section counts only the
 * subsections that the learner touched. Problems: a section takes over each label of its subsections, so that a learner may have
 * two. Items directly under a section have no subsection of their own. The visit of any block counts as that of a page.
 */
export function engagementAspects(tables: Tables): Table {
  const blocks = readBlocks(tables);
  const rows = new TableBuilder('engagement', columnsWithout('engagement'));
  for (const kind of ['page', 'video'] as const) {
    const counts = itemCounts(kind, blocks);
    const parts = partsOf(kind, tables, blocks);
    addSubsections(rows, kind, parts, counts);
    addSummedSections(rows, kind, parts, counts);
  }
  const counts = itemCounts('problem', blocks);
  const parts = partsOf('problem', tables, blocks);
  addSubsections(rows, 'problem', parts, counts);
  addCopiedSections(rows, 'problem', parts, counts);
  return inCourseOrder(rows.build(), blocks.keys());
}

function itemCounts(kind: EngagementKind, blocks: ReadonlyMap<string, Block>): ItemCounts {
  const counts = new Map<string, Map<boolean, number>>();
  for (const block of blocks.values()) {
    if (block.type !== ITEMS[kind].type) continue;
    const key = numberedPlace(block);
    let ofPart = counts.get(key);
    if (ofPart === undefined) counts.set(key, (ofPart = new Map<boolean, number>()));
    ofPart.set(block.graded, (ofPart.get(block.graded) ?? 0) + 1);
  }
  return counts;
}

function partsOf(kind: EngagementKind, tables: Tables, blocks: ReadonlyMap<string, Block>): Part[] {
  const parts = new Map<string, Part>();
  for (const { course, actor, block } of touches(tableOf(tables, ITEMS[kind].facts), blocks)) {
    if (kind !== 'page' && block.type !== ITEMS[kind].type) continue;
    const key = `${actor}\u0000${numberedPlace(block)}`;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, { course, actor, block, touched: 1 });
    else part.touched++;
  }
  return [...parts.values()];
}

function addSubsections(rows: TableBuilder, kind: EngagementKind, parts: readonly Part[], counts: ItemCounts): void {
  for (const part of parts) {
    const { subsection, subsectionBlock } = part.block;
    if (subsection === null) continue;
    for (const [label, items] of labelsOf(kind, part, counts)) {
      add(rows, {
        ...about(part),
        kind,
        level: 'subsection',
        block_id: subsectionBlock,
        touched: part.touched,
        items,
        label,
        section_subsection: subsection,
      });
    }
  }
}

function addCopiedSections(rows: TableBuilder, kind: EngagementKind, parts: readonly Part[], counts: ItemCounts): void {
  const seen = new Set<string>();
  for (const part of parts) {
    const { section, sectionBlock } = part.block;
    if (section === null) continue;
    for (const label of labelsOf(kind, part, counts).keys()) {
      const key = JSON.stringify([part.actor, sectionBlock, label]);
      if (seen.has(key)) continue;
      seen.add(key);
      add(rows, {
        ...about(part),
        kind,
        level: 'section',
        block_id: sectionBlock,
        touched: null,
        items: null,
        label,
        section_subsection: section,
      });
    }
  }
}

function addSummedSections(rows: TableBuilder, kind: EngagementKind, parts: readonly Part[], counts: ItemCounts): void {
  const sums = new Map<string, { part: Part; touched: number; items: number }>();
  for (const part of parts) {
    const key = `${part.actor}\u0000${part.course}\u0000${part.block.sectionBlock}`;
    for (const items of counts.get(numberedPlace(part.block))?.values() ?? []) {
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { part, touched: part.touched, items });
      else {
        sum.touched += part.touched;
        sum.items += items;
      }
    }
  }
  for (const { part, touched, items } of sums.values()) {
    const { section, sectionBlock } = part.block;
    if (section === null) continue;
    add(rows, {
      ...about(part),
      kind,
      level: 'section',
      block_id: sectionBlock,
      touched,
      items,
      label: engagementLabel(kind, touched, items),
      section_subsection: section,
    });
  }
}

/** The labels of a learner in a subsection with the number of items each was made from. */
function labelsOf(kind: EngagementKind, part: Part, counts: ItemCounts): Map<string, number> {
  const labels = new Map<string, number>();
  for (const items of counts.get(numberedPlace(part.block))?.values() ?? []) labels.set(engagementLabel(kind, part.touched, items), items);
  return labels;
}

function add(rows: TableBuilder, row: EngagementRow): void {
  rows.push({ ...row });
}

function about({ course, actor }: Touch | Part): { course_key: string; actor_id: string } {
  return { course_key: course, actor_id: actor };
}
