import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import type { CategoryColumn, Table, Tables } from '../../table.js';
import { flagAt, flagsOf, tableOf, textAt, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import { PairCodes } from './pair-codes.js';

/** What an item of each kind is among the blocks, and which facts touch it. */
export const ITEMS: Readonly<Record<EngagementKind, { readonly type: string; readonly facts: string }>> = {
  page: { type: 'unit', facts: 'page_visits' },
  problem: { type: 'problem', facts: 'problem_responses' },
  video: { type: 'video', facts: 'video_watches' },
};

/** A block as engagement needs it. */
export interface Block {
  readonly id: string;
  readonly course: string | null;
  readonly type: string | null;
  readonly name: string | null;
  readonly location: string | null;
  readonly url: string | null;
  readonly graded: boolean;
  readonly section: string | null;
  readonly sectionBlock: string | null;
  readonly subsection: string | null;
  readonly subsectionBlock: string | null;
}

/** The blocks of the data by their id, in the order of the table. */
export function readBlocks(tables: Tables): ReadonlyMap<string, Block> {
  const table = tableOf(tables, 'blocks');
  const text = (name: string): ((row: number) => string | null) => {
    const column = textsOf(table, name);
    return (row) => textAt(column, row);
  };
  const [id, course, type, name] = [text('block_id'), text('course_key'), text('block_type'), text('block_name')];
  const [location, url, section, sectionBlock] = [text('location'), text('url'), text('section'), text('section_block')];
  const [subsection, subsectionBlock, graded] = [text('subsection'), text('subsection_block'), flagsOf(table, 'graded')];
  const blocks = new Map<string, Block>();
  for (let row = 0; row < table.length; row++) {
    const blockId = id(row);
    if (blockId === null) continue;
    blocks.set(blockId, {
      id: blockId,
      course: course(row),
      type: type(row),
      name: name(row),
      location: location(row),
      url: url(row),
      graded: flagAt(graded, row) ?? false,
      section: section(row),
      sectionBlock: sectionBlock(row),
      subsection: subsection(row),
      subsectionBlock: subsectionBlock(row),
    });
  }
  return blocks;
}

/** `3:1:1 - Problem 11`: where an item is and what it is called; its id where that is not known. */
export function itemLabel(id: string, block: Block | undefined): string {
  if (block?.name === undefined || block.name === null) return id;
  return block.location === null ? block.name : `${block.location} - ${block.name}`;
}

/** The section and subsection of a block by their numbers, as Aspects joins them: a deleted block keeps its own. Else by their ids. */
export function numberedPlace({ course, location, sectionBlock, subsectionBlock }: Block): string {
  const numbers = /^\d+:\d+(?=:)/.exec(location ?? '')?.[0];
  return JSON.stringify(numbers === undefined ? [course, sectionBlock, subsectionBlock] : [course, numbers]);
}

/** A learner in a course and a block of which the facts have a row. */
export interface Touch {
  readonly course: string;
  readonly actor: string;
  readonly block: Block;
}

/** Rows of facts, the first of every learner and block, and what they are about. */
export interface TouchRows {
  readonly rows: Int32Array;
  readonly actors: CategoryColumn;
  readonly courses: CategoryColumn;
  /** The blocks by the code of `ids`. */
  readonly blocks: readonly (Block | undefined)[];
  readonly ids: CategoryColumn;
}

/** The first row of every learner and block of a table of facts; blocks that are not known are left out. */
export function touchRows(facts: Table, known: ReadonlyMap<string, Block>): TouchRows {
  const courses = textsOf(facts, 'course_key');
  const actors = textsOf(facts, 'actor_id');
  const ids = textsOf(facts, 'block_id');
  const blocks = ids.dictionary.map((id) => known.get(id));
  const learners = new EnrollmentKeys().ofRows(facts);
  const seen = new PairCodes();
  const rows = new Int32Array(facts.length);
  let count = 0;
  for (let row = 0; row < facts.length; row++) {
    const learner = learners[row] ?? -1;
    const id = ids.codes[row] ?? -1;
    const block = blocks[id];
    if (learner < 0 || block === undefined || block.course !== courses.dictionary[courses.codes[row] ?? -1]) continue;
    const before = seen.length;
    if (seen.of(learner, id) === before) rows[count++] = row;
  }
  return { rows: rows.slice(0, count), courses, actors, ids, blocks };
}

/** Every learner and block of a table of facts once, in the order in which they come up; blocks that are not known are left out. */
export function touches(facts: Table, known: ReadonlyMap<string, Block>): Touch[] {
  const { rows, courses, actors, ids, blocks } = touchRows(facts, known);
  return Array.from(rows).flatMap((row) => {
    const [course, actor, block] = [textAt(courses, row), textAt(actors, row), blocks[ids.codes[row] ?? -1]];
    return course === null || actor === null || block === undefined ? [] : [{ course, actor, block }];
  });
}
