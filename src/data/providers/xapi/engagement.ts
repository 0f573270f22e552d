import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import { engagementLabel } from '../../../metrics/at-risk-engagement.js';
import type { Table, Tables } from '../../table.js';
import type { Block } from './block-index.js';
import { ITEMS, readBlocks, touches } from './block-index.js';
import { EngagementRows } from './engagement-rows.js';
import { tableOf } from './columns.js';

const KINDS: readonly EngagementKind[] = ['page', 'problem', 'video'];

/** A section or subsection above an item. */
interface Heading {
  readonly level: 'section' | 'subsection';
  readonly id: string;
  readonly text: string;
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
    const items = new Map<string, number>();
    for (const block of blocks.values()) {
      if (block.type !== type) continue;
      for (const { id } of headingsOf(block)) items.set(id, (items.get(id) ?? 0) + 1);
    }
    const touched = new Map<string, { course: string; actor: string; heading: Heading; count: number }>();
    for (const { course, actor, block } of touches(tableOf(tables, facts), blocks)) {
      if (block.type !== type) continue;
      for (const heading of headingsOf(block)) {
        const key = `${actor}\u0000${heading.id}`;
        const entry = touched.get(key);
        if (entry === undefined) touched.set(key, { course, actor, heading, count: 1 });
        else entry.count++;
      }
    }
    for (const { course, actor, heading, count } of touched.values()) {
      const all = items.get(heading.id) ?? 0;
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

function headingsOf(block: Block): Heading[] {
  const headings: Heading[] = [];
  if (block.sectionBlock !== null) headings.push({ level: 'section', id: block.sectionBlock, text: block.section ?? block.sectionBlock });
  if (block.subsectionBlock !== null) {
    headings.push({ level: 'subsection', id: block.subsectionBlock, text: block.subsection ?? block.subsectionBlock });
  }
  return headings;
}
