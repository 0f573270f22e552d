import type { CategoryColumn, Table } from '../../table.js';
import { textsOf } from './columns.js';
import { PairCodes } from './pair-codes.js';

/** Numbers learners in courses, in the order in which they come up. */
export class EnrollmentKeys {
  readonly courses: string[] = [];
  readonly actors: string[] = [];
  readonly #pairs = new PairCodes();
  readonly #courseNumbers = new Map<string, number>();
  readonly #actorNumbers = new Map<string, number>();

  get length(): number {
    return this.courses.length;
  }

  /** The number of each row of a table with `course_key` and `actor_id`, or of those given; -1 where either is unknown. */
  ofRows(table: Table, rows?: Int32Array): Int32Array {
    const courses = textsOf(table, 'course_key');
    const actors = textsOf(table, 'actor_id');
    const courseNumbers = numbersIn(courses, this.#courseNumbers);
    const actorNumbers = numbersIn(actors, this.#actorNumbers);
    const keys = new Int32Array(rows?.length ?? table.length);
    for (let at = 0; at < keys.length; at++) {
      const row = rows === undefined ? at : (rows[at] ?? 0);
      const course = courses.codes[row] ?? -1;
      const actor = actors.codes[row] ?? -1;
      if (course < 0 || actor < 0) {
        keys[at] = -1;
        continue;
      }
      const key = this.#pairs.of(courseNumbers[course] ?? 0, actorNumbers[actor] ?? 0);
      keys[at] = key;
      if (key < this.courses.length) continue;
      this.courses.push(courses.dictionary[course] ?? '');
      this.actors.push(actors.dictionary[actor] ?? '');
    }
    return keys;
  }
}

function numbersIn({ dictionary }: CategoryColumn, numbers: Map<string, number>): Int32Array {
  return Int32Array.from(dictionary, (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}
