import { localDateOf } from './local-date.js';
import type { Row, Tables } from './random-course.js';

const DAY_MS = 86_400_000;

/** One enrolment with all that is said of it. */
interface Person {
  readonly course: string;
  readonly actor: string;
  readonly enrolled: boolean;
  readonly passed: boolean;
  readonly listed: boolean;
  readonly lastVisit: number | null;
  readonly row: Row;
}

/** What a file is asked for. */
export interface Asked {
  readonly now: number;
  readonly zone: string;
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly inactiveDays: number;
  /** Whether a filter leaves an enrolment. */
  readonly isKept: (row: Row) => boolean;
  /** Whether it leaves what belongs to a course. */
  readonly ofCourse: (course: string) => boolean;
}

/** The numbers of every at-risk tag as one counts them by hand, with loops and sets, from the rows that a host hands over. */
export class ByHand {
  readonly #people: readonly Person[];
  readonly #tables: Tables;
  readonly #asked: Asked;

  constructor(tables: Tables, asked: Asked) {
    this.#tables = tables;
    this.#asked = asked;
    const { now, inactiveDays } = asked;
    this.#people = this.#rows('enrollments').map((row) => {
      const visits = this.#of('page_visits', row).map((visit) => Date.parse(String(visit['visited_at'])));
      const own = row['last_visit'] === null ? [] : [Date.parse(textOf(row['last_visit']))];
      const lastVisit = visits.length + own.length === 0 ? null : Math.max(...visits, ...own);
      const [enrolled, passed] = [row['enrollment_status'] === 'registered', row['state'] === 'passed'];
      const listed = enrolled && !passed && lastVisit !== null && now - lastVisit >= inactiveDays * DAY_MS;
      return { course: String(row['course_key']), actor: String(row['actor_id']), enrolled, passed, listed, lastVisit, row };
    });
  }

  #rows(table: string): readonly Row[] {
    return this.#tables[table] ?? [];
  }

  #of(table: string, { course_key, actor_id }: Row): readonly Row[] {
    return this.#rows(table).filter((row) => row['course_key'] === course_key && row['actor_id'] === actor_id);
  }

  get #listed(): readonly Person[] {
    return this.#people.filter((person) => person.listed && this.#asked.isKept(person.row));
  }

  #block(id: unknown): Row | undefined {
    return this.#rows('blocks').find((row) => row['block_id'] === id);
  }

  #nameOf(id: unknown): unknown {
    const block = this.#block(id);
    return block === undefined ? id : `${String(block['location'])} - ${String(block['block_name'])}`;
  }

  /** Facts of those on the list, each with its enrolment. */
  #facts(table: string): readonly { readonly person: Person; readonly fact: Row }[] {
    return this.#listed.flatMap((person) => this.#of(table, person.row).map((fact) => ({ person, fact })));
  }

  #day(instant: number): string {
    return localDateOf(instant, this.#asked.zone);
  }

  /** First day of the period of a local day. */
  #start(day: string): string {
    const [year = '', month = ''] = day.split('-');
    const date = new Date(`${day}T00:00:00Z`);
    switch (this.#asked.grain) {
      case 'day':
        return day;
      case 'week':
        return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);
      case 'month':
        return `${year}-${month}-01`;
      case 'quarter':
        return `${year}-${String(Math.ceil(Number(month) / 3) * 3 - 2).padStart(2, '0')}-01`;
      default:
        return `${year}-01-01`;
    }
  }

  /** Distinct learners of periods, those between at 0; in all by then. */
  #periods(pairs: readonly (readonly [instant: number | null, actor: string])[]): Row[] {
    const known = pairs.flatMap(([instant, actor]) => (instant === null ? [] : [{ period: this.#start(this.#day(instant)), actor }]));
    const starts = known.map(({ period }) => period).sort();
    const [first, last] = [starts[0], starts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const days = Array.from(
      { length: (Date.parse(last) - Date.parse(first)) / DAY_MS + 1 },
      (_, at) => new Date(Date.parse(first) + at * DAY_MS),
    );
    const all = [...new Set(days.map((day) => this.#start(day.toISOString().slice(0, 10))))];
    const learners = (isIn: (other: string) => boolean): number =>
      new Set(known.filter(({ period }) => isIn(period)).map(({ actor }) => actor)).size;
    return all.map((period) => ({
      period,
      learners: learners((other) => other === period),
      cumulative_learners: learners((other) => other <= period),
    }));
  }

  lastVisits(): Row[] {
    return this.#periods(this.#listed.map(({ lastVisit, actor }) => [lastVisit, actor]));
  }

  enrollments(): Row[] {
    return this.#periods(
      this.#listed.map(({ row, actor }) => [row['enrolled_at'] === null ? null : Date.parse(textOf(row['enrolled_at'])), actor]),
    );
  }

  visits(): Row[] {
    return this.#periods(this.#facts('page_visits').map(({ person, fact }) => [Date.parse(String(fact['visited_at'])), person.actor]));
  }

  tracks(): Row[] {
    return countedBy(
      this.#listed,
      ({ row }) => row['track'],
      ({ actor }) => actor,
    ).map(([track, learners]) => ({ track, learners }));
  }

  grades(): Row[] {
    const bucketOf = ({ row: { course_grade: grade } }: Person): string | null =>
      grade === null
        ? null
        : Number(grade) >= 0.9
          ? '90-100%'
          : `${Math.floor(Number(grade) * 10 + 1e-9)}0-${Math.floor(Number(grade) * 10 + 1e-9)}9%`.replace(/^00-0/, '0-');
    const counts = new Map(countedBy(this.#listed, bucketOf, ({ actor }) => actor));
    const buckets = ['0-9%', ...[1, 2, 3, 4, 5, 6, 7, 8].map((tenth) => `${tenth}0-${tenth}9%`), '90-100%', null];
    return buckets.map((grade_bucket) => ({ grade_bucket, learners: counts.get(grade_bucket) ?? 0 }));
  }

  approval(): Row[] {
    const all = this.#people.filter((person) => person.enrolled && this.#asked.isKept(person.row));
    const [passed, listed] = [all.filter((person) => person.passed), all.filter((person) => person.listed)];
    const judged = listed.filter(({ course, row }) => course === 'a' && row['course_grade'] !== null);
    return [
      {
        enrolled: all.length,
        passed: passed.length,
        passed_share: all.length === 0 ? null : passed.length / all.length,
        listed: listed.length,
        listed_would_pass: judged.length === 0 ? null : judged.filter(({ row }) => Number(row['course_grade']) >= 0.5).length,
      },
    ];
  }

  /** Sections or subsections with who visited something in them. */
  parts(level: 'section' | 'subsection'): Row[] {
    const facts = this.#facts('page_visits').filter(({ fact }) => this.#block(fact['block_id']) !== undefined);
    const of = ({ fact }: { readonly fact: Row }): string => String(this.#block(fact['block_id'])?.[`${level}_block`]);
    return countedBy(facts, of, ({ person }) => person.actor).map(([id, learners]) => {
      const block = this.#rows('blocks').find((row) => row[`${level}_block`] === id);
      return { [level]: block?.[level], section: block?.['section'], course_key: block?.['course_key'], learners };
    });
  }

  /** Who touched one item, and all, of each section and subsection that has such items. */
  engagement(type: string, table: string, verb: string): Row[] {
    const blocks = this.#rows('blocks').filter((row) => row['block_type'] === type && this.#asked.ofCourse(String(row['course_key'])));
    const facts = this.#facts(table);
    return ['section', 'subsection'].flatMap((level) =>
      [...new Set(blocks.map((row) => row[`${level}_block`]))].map((id) => {
        const items = blocks.filter((row) => row[`${level}_block`] === id).map((row) => row['block_id']);
        const actors = [...new Set(facts.map(({ person }) => person.actor))].map(
          (actor) =>
            new Set(
              facts
                .filter(({ person, fact }) => person.actor === actor && items.includes(fact['block_id']))
                .map(({ fact }) => fact['block_id']),
            ).size,
        );
        const block = blocks.find((row) => row[`${level}_block`] === id);
        return {
          section_subsection: block?.[level],
          course_key: block?.['course_key'],
          [`${verb}_one`]: actors.filter((touched) => touched > 0).length,
          [`${verb}_all`]: actors.filter((touched) => touched === items.length).length,
        };
      }),
    );
  }

  problems(): Row[] {
    const outcomesOf = (people: readonly Person[], id: unknown): { attempts: number; correct: boolean }[] =>
      people.flatMap((person) => {
        const own = this.#of('problem_responses', person.row).filter((row) => row['block_id'] === id);
        const newest = [...own].sort((a, b) => Date.parse(String(a['responded_at'])) - Date.parse(String(b['responded_at']))).at(-1);
        if (newest === undefined || newest['correct'] === null) return [];
        return [{ attempts: Number(newest['attempt'] ?? own.length), correct: newest['correct'] === true }];
      });
    const ids = [...new Set(this.#facts('problem_responses').map(({ person, fact }) => JSON.stringify([person.course, fact['block_id']])))];
    return ids.map((key) => {
      const [course, id] = JSON.parse(key) as [string, string];
      const inCourse = (person: Person): boolean => person.course === course;
      const own = outcomesOf(this.#listed.filter(inCourse), id);
      const all = outcomesOf(this.#people.filter(inCourse), id);
      return {
        problem: this.#nameOf(id),
        graded: this.#block(id) === undefined ? null : (this.#block(id)?.['graded'] ?? false),
        course_key: course,
        correct_attempts: meanOf(own.map(({ attempts, correct }) => (correct ? attempts : 0))),
        incorrect_attempts: meanOf(own.map(({ attempts, correct }) => (correct ? 0 : attempts))),
        coursewide_correct_attempts: meanOf(all.map(({ attempts, correct }) => (correct ? attempts : 0))),
        correct_share: meanOf(own.map(({ correct }) => Number(correct))),
        incorrect_share: meanOf(own.map(({ correct }) => Number(!correct))),
        coursewide_correct_share: meanOf(all.map(({ correct }) => Number(correct))),
        answered: own.length,
        coursewide_answered: all.length,
      };
    });
  }

  /** Passes over each second, of each learner in each video. */
  #watched(): { person: Person; id: string; passes: Map<number, number>; length: number | null }[] {
    const facts = this.#facts('video_watches');
    const keys = [...new Set(facts.map(({ person, fact }) => JSON.stringify([person.course, person.actor, fact['block_id']])))];
    return keys.map((key) => {
      const own = facts.filter(({ person, fact }) => JSON.stringify([person.course, person.actor, fact['block_id']]) === key);
      const passes = new Map<number, number>();
      for (const { fact } of own)
        for (let second = Number(fact['from_second']); second <= Number(fact['to_second']); second++)
          passes.set(second, (passes.get(second) ?? 0) + 1);
      const [{ person, fact }] = own as [(typeof own)[number]];
      const told = this.#rows('video_watches').some((row) => row['block_id'] === fact['block_id'] && row['length'] !== null);
      return { person, id: String(fact['block_id']), passes, length: told ? 40 : null };
    });
  }

  videos(): Row[] {
    const watched = this.#watched();
    const keys = [...new Set(watched.map(({ person, id }) => JSON.stringify([person.course, id])))];
    return keys.map((key) => {
      const own = watched.filter(({ person, id }) => JSON.stringify([person.course, id]) === key);
      const [course, id] = JSON.parse(key) as [string, string];
      const views = (list: typeof own): number => list.reduce((sum, { passes }) => sum + Math.max(...passes.values()), 0);
      const isFull = ({ passes, length }: (typeof own)[number]): boolean => passes.size / (length ?? NaN) >= 0.95;
      const known = own.every(({ length }) => length !== null);
      const block = this.#block(id);
      return {
        video: this.#nameOf(id),
        section: block?.['section'] ?? null,
        subsection: block?.['subsection'] ?? null,
        course_key: course,
        viewers: new Set(own.map(({ person }) => person.actor)).size,
        views: views(own),
        full_views: known ? views(own.filter(isFull)) : null,
        partial_views: known ? views(own.filter((one) => !isFull(one))) : null,
      };
    });
  }

  seconds(video: string): Row[] {
    const own = this.#watched().filter(({ id }) => id === video);
    const all = [...new Set(own.flatMap(({ passes }) => [...passes.keys()]))];
    return all.map((second) => ({
      second,
      views: own.reduce((sum, { passes }) => sum + (passes.get(second) ?? 0), 0),
      repeat_views: own.reduce((sum, { passes }) => sum + Math.max(0, (passes.get(second) ?? 0) - 1), 0),
    }));
  }

  list(): Row[] {
    return this.#listed.map((person) => this.#learner(person));
  }

  neverStarted(): Row[] {
    return this.#people
      .filter((person) => person.enrolled && !person.passed && person.lastVisit === null && this.#asked.isKept(person.row))
      .map((person) => this.#learner(person));
  }

  #learner({ course, row, lastVisit }: Person): Row {
    const iso = (value: unknown): string | null => (value === null ? null : new Date(textOf(value)).toISOString());
    return {
      course_name: course === 'a' ? 'Course A' : 'Course B',
      track: row['track'],
      last_visit: lastVisit === null ? null : new Date(lastVisit).toISOString(),
      days_inactive: lastVisit === null ? null : Math.floor((this.#asked.now - lastVisit) / DAY_MS),
      course_grade: row['course_grade'],
      enrolled_at: iso(row['enrolled_at']),
      first_enrolled_at: iso(row['first_enrolled_at']),
    };
  }
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Distinct `what` by `by`. */
function countedBy<Item, Key>(items: readonly Item[], by: (item: Item) => Key, what: (item: Item) => string): [Key, number][] {
  const sets = new Map<Key, Set<string>>();
  for (const item of items) sets.set(by(item), (sets.get(by(item)) ?? new Set()).add(what(item)));
  return [...sets].map(([key, set]) => [key, set.size]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
