import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import { engagementLabel } from '../../../metrics/at-risk-engagement.js';
import type { ColumnType } from '../../../metrics/tables.js';
import { columnsWithout } from '../../../metrics/tables.js';
import type { CategoryColumn, Column, Table, Tables } from '../../table.js';
import { ColumnBuilder, TableBuilder } from '../../table.js';
import type { Block } from './block-index.js';
import { ITEMS, readBlocks, touchRows } from './block-index.js';
import { inCourseOrder } from './engagement-rows.js';
import { columnFrom, factTable, pick, stacked, tableOf } from './columns.js';
import { PairCodes } from './pair-codes.js';

const KINDS: readonly EngagementKind[] = ['page', 'problem', 'video'];
/** Section and subsection. */
const MOST_HEADINGS = 2;

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
  return inCourseOrder(
    stacked(
      'engagement',
      KINDS.map((kind) => ofKind(kind, tableOf(tables, ITEMS[kind].facts), blocks)),
    ),
    blocks.keys(),
  );
}

/** The rows of one kind, in the order in which learners and parts come up in the facts. */
function ofKind(kind: EngagementKind, facts: Table, blocks: ReadonlyMap<string, Block>): Table {
  const { rows, actors, courses, ids, blocks: known } = touchRows(facts, blocks);
  const parts = partsWith(kind, blocks);
  const headings: Heading[] = [];
  const items: number[] = [];
  const numbers = new Map([...parts.keys()].map((key, number) => [key, number]));
  const above = known.map((block) => {
    if (block?.type !== ITEMS[kind].type) return [];
    return headingsOf(block).map((heading) => {
      const part = partKey(block, heading);
      items.push(parts.get(part)?.items ?? 0);
      return { part: numbers.get(part) ?? -1, heading: headings.push(heading) - 1 };
    });
  });
  const pairs = new PairCodes();
  const touched = new Float64Array(rows.length * MOST_HEADINGS);
  const firsts = new Int32Array(touched.length);
  const headingOf = new Int32Array(touched.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    for (const { part, heading } of above[ids.codes[row] ?? -1] ?? []) {
      const before = pairs.length;
      const pair = pairs.of(actors.codes[row] ?? -1, part);
      touched[pair] = (touched[pair] ?? 0) + 1;
      if (pair < before) continue;
      firsts[pair] = row;
      headingOf[pair] = heading;
    }
  }
  const length = pairs.length;
  const counts = touched.slice(0, length);
  const ofFirst = (column: CategoryColumn): Column => pick(column, firsts.subarray(0, length));
  const ofHeading = (type: ColumnType, value: (heading: Heading, at: number) => string | number): Column =>
    pick(columnFrom(type, headings.map(value)), headingOf.subarray(0, length));
  const label = new ColumnBuilder('category');
  for (let pair = 0; pair < length; pair++) label.push(engagementLabel(kind, counts[pair] ?? 0, items[headingOf[pair] ?? -1] ?? 0));
  return factTable('engagement', length, {
    course_key: ofFirst(courses),
    actor_id: ofFirst(actors),
    block_id: ofHeading('category', ({ id }) => id),
    kind: ofHeading('category', () => kind),
    level: ofHeading('category', ({ level }) => level),
    touched: { type: 'number', values: counts },
    items: ofHeading('number', (_, at) => items[at] ?? 0),
    label: label.build(),
    section_subsection: ofHeading('category', ({ text }) => text),
  });
}

/**
 * The `course_parts` table: the sections and subsections of the latest course with items of a kind, also those that nobody
 * opened, so that a chart can show 0 where 0 is known. A part without items has no row: nobody could engage with it.
 */
export function courseParts(tables: Tables): Table {
  const blocks = readBlocks(tables);
  const builder = new TableBuilder('course_parts', columnsWithout('course_parts'));
  for (const kind of KINDS) {
    for (const { course, heading } of partsWith(kind, blocks).values()) {
      builder.push({ course_key: course, block_id: heading.id, kind, level: heading.level, section_subsection: heading.text });
    }
  }
  return builder.build();
}

/** The sections and subsections with items of a kind, by course and id, and how many items each has. */
function partsWith(kind: EngagementKind, blocks: ReadonlyMap<string, Block>): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const block of blocks.values()) {
    if (block.type !== ITEMS[kind].type) continue;
    for (const heading of headingsOf(block)) {
      const key = partKey(block, heading);
      const part = parts.get(key);
      if (part === undefined) parts.set(key, { course: block.course, heading, items: 1 });
      else part.items++;
    }
  }
  return parts;
}

/** A host may call sections of two courses by one id. */
function partKey({ course }: Block, { id }: Heading): string {
  return JSON.stringify([course, id]);
}

function headingsOf(block: Block): Heading[] {
  const headings: Heading[] = [];
  if (block.sectionBlock !== null) headings.push({ level: 'section', id: block.sectionBlock, text: block.section ?? block.sectionBlock });
  if (block.subsectionBlock !== null) {
    headings.push({ level: 'subsection', id: block.subsectionBlock, text: block.subsection ?? block.subsectionBlock });
  }
  return headings;
}
