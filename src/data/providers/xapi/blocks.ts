import { columnsWithout } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { TableBuilder } from '../../table.js';
import { blockLinks } from './block-links.js';
import { flagAt, flagsOf, numberAt, numbersOf, tableOf, textAt, textsOf } from './columns.js';

/** Open edX's block types by the words of its authoring tool. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['chapter', 'section'],
  ['sequential', 'subsection'],
  ['vertical', 'unit'],
]);

/** One block of `course_blocks`, its place in the course as the platform numbers it. */
interface Block {
  readonly id: string;
  readonly course: string;
  readonly type: string | null;
  readonly name: string;
  readonly section: number;
  readonly subsection: number;
  readonly unit: number;
  readonly order: number | null;
  readonly graded: boolean;
}

/** Where a section or subsection is shown: its id and `2:1:0 - Name`. */
interface Heading {
  readonly id: string;
  readonly text: string;
}

/**
 * The `blocks` table in course order. Corrected: the rows of each course's newest publish. `aspects-v8`: the newest row of every
 * block there ever was, of courses in `course_overviews` only. A block stands in the section and subsection of its numbers; a
 * block directly in a section has no subsection. Where `graded` is absent the block is not graded.
 */
export function blocksTable(snapshot: Tables, settings: Settings, courses: ReadonlySet<string>): Table {
  const aspects = settings.rules === 'aspects-v8';
  const source = tableOf(snapshot, 'course_blocks');
  const rows = aspects ? newestOfEach(source) : newestPublish(source);
  const blocks = readBlocks(source, rows).filter((block) => !aspects || courses.has(block.course));
  blocks.sort((a, b) => compare(a.course, b.course) || (a.order ?? Infinity) - (b.order ?? Infinity) || compare(a.id, b.id));
  const sections = headings(blocks, 'section', (block) => `${block.section}`);
  const subsections = headings(blocks, 'subsection', (block) => `${block.section}:${block.subsection}`);
  const urls = blockLinks(tableOf(snapshot, 'xapi_events'));
  const builder = new TableBuilder('blocks', columnsWithout('blocks'));
  for (const block of blocks) {
    const section = sections.get(block.course)?.get(`${block.section}`);
    const subsection = subsections.get(block.course)?.get(`${block.section}:${block.subsection}`);
    builder.push({
      block_id: block.id,
      course_key: block.course,
      block_type: block.type,
      block_name: block.name,
      url: urls.get(block.id) ?? null,
      course_order: block.order,
      graded: block.graded,
      location: location(block),
      section: section?.text,
      section_block: section?.id,
      subsection: subsection?.text,
      subsection_block: subsection?.id,
    });
  }
  return builder.build();
}

function readBlocks(source: Table, rows: readonly number[]): Block[] {
  const ids = textsOf(source, 'location');
  const courses = textsOf(source, 'course_key');
  const types = textsOf(source, 'block_type');
  const names = textsOf(source, 'display_name');
  const sections = numbersOf(source, 'section');
  const subsections = numbersOf(source, 'subsection');
  const units = numbersOf(source, 'unit');
  const orders = numbersOf(source, 'order');
  const graded = flagsOf(source, 'graded');
  return rows.map((row) => {
    const type = textAt(types, row);
    return {
      id: textAt(ids, row) ?? '',
      course: textAt(courses, row) ?? '',
      type: type === null ? null : (TYPES.get(type) ?? type),
      name: textAt(names, row) ?? '',
      section: sections[row] ?? 0,
      subsection: subsections[row] ?? 0,
      unit: units[row] ?? 0,
      order: numberAt(orders, row),
      graded: flagAt(graded, row) ?? false,
    };
  });
}

function newestPublish(source: Table): number[] {
  const courses = textsOf(source, 'course_key');
  const dumps = textsOf(source, 'dump');
  const dumped = numbersOf(source, 'dumped_at');
  const newest = new Map<number, number>();
  for (let row = 0; row < source.length; row++) {
    const course = courses.codes[row] ?? -1;
    const other = newest.get(course);
    if (other === undefined || isNewer(row, other, dumped, dumps)) newest.set(course, row);
  }
  const ids = textsOf(source, 'location');
  const latest = new Map<number, number>();
  for (let row = 0; row < source.length; row++) {
    const dump = newest.get(courses.codes[row] ?? -1);
    if (dump !== undefined && dumps.codes[row] === dumps.codes[dump]) latest.set(ids.codes[row] ?? -1, row);
  }
  return [...latest.values()];
}

function newestOfEach(source: Table): number[] {
  const ids = textsOf(source, 'location');
  const dumps = textsOf(source, 'dump');
  const dumped = numbersOf(source, 'dumped_at');
  const newest = new Map<number, number>();
  for (let row = 0; row < source.length; row++) {
    const id = ids.codes[row] ?? -1;
    const other = newest.get(id);
    if (other === undefined || !isNewer(other, row, dumped, dumps)) newest.set(id, row);
  }
  return [...newest.values()];
}

/** Whether a row was dumped after another; parts of a millisecond are told apart by the text. */
function isNewer(row: number, other: number, dumped: Float64Array, dumps: ReturnType<typeof textsOf>): boolean {
  const difference = (numberAt(dumped, row) ?? -Infinity) - (numberAt(dumped, other) ?? -Infinity);
  return difference > 0 || (!(difference < 0) && compare(textAt(dumps, row) ?? '', textAt(dumps, other) ?? '') > 0);
}

/** Headings of a level by course and number; of two with one number the first in course order. */
function headings(blocks: readonly Block[], type: string, numberOf: (block: Block) => string): Map<string, Map<string, Heading>> {
  const found = new Map<string, Map<string, Heading>>();
  for (const block of blocks) {
    if (block.type !== type) continue;
    let ofCourse = found.get(block.course);
    if (ofCourse === undefined) found.set(block.course, (ofCourse = new Map<string, Heading>()));
    const number = numberOf(block);
    if (!ofCourse.has(number)) ofCourse.set(number, { id: block.id, text: `${location(block)} - ${block.name}` });
  }
  return found;
}

function location(block: Block): string {
  return `${block.section}:${block.subsection}:${block.unit}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
