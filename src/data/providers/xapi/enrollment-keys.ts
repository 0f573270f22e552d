import type { Table } from '../../table.js';
import { textsOf } from './columns.js';

/** Numbers learners in courses, in the order in which they come up. */
export class EnrollmentKeys {
  readonly courses: string[] = [];
  readonly actors: string[] = [];
  #byCourse = new Map<string, Map<string, number>>();

  get length(): number {
    return this.courses.length;
  }

  /** The number of a learner in a course, made if it is new. */
  of(course: string, actor: string): number {
    let ofCourse = this.#byCourse.get(course);
    if (ofCourse === undefined) this.#byCourse.set(course, (ofCourse = new Map<string, number>()));
    let key = ofCourse.get(actor);
    if (key === undefined) {
      ofCourse.set(actor, (key = this.courses.length));
      this.courses.push(course);
      this.actors.push(actor);
    }
    return key;
  }

  /** The number of each row of a table with `course_key` and `actor_id`; -1 where either is unknown. */
  ofRows(table: Table): Int32Array {
    const courses = textsOf(table, 'course_key');
    const actors = textsOf(table, 'actor_id');
    const known = new Map<number, number>();
    return Int32Array.from({ length: table.length }, (_, row) => {
      const course = courses.codes[row] ?? -1;
      const actor = actors.codes[row] ?? -1;
      if (course < 0 || actor < 0) return -1;
      const pair = course * actors.dictionary.length + actor;
      let key = known.get(pair);
      if (key === undefined) known.set(pair, (key = this.of(courses.dictionary[course] ?? '', actors.dictionary[actor] ?? '')));
      return key;
    });
  }
}
