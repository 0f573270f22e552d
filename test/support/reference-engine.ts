import type { ParentLink } from '../../src/metrics/tables.js';
import { TABLES } from '../../src/metrics/tables.js';
import type { Aggregation, Clause, Dimension, MeasureUse, Metric, Order, Predicate, Value, ViewSpec } from '../../src/metrics/types.js';
import type { ViewOptions } from '../../src/data/view-result.js';
import type { Rows } from './tables.js';

type Row = Rows[number];
type Data = Readonly<Record<string, Rows>>;

/** An answer as plain values. */
export interface ReferenceAnswer {
  readonly rows: Value[][];
  readonly total: number;
  readonly applied: readonly Clause[];
  readonly unanswered: readonly Clause[];
}

const COURSE = ['org', 'course_key', 'course_name', 'course_run'];

/** The same questions as the engine answers, asked of plain objects with loops inside loops: slow, and plainly what the rules say. */
export class ReferenceEngine {
  readonly #data: Data;
  readonly #metric: (id: string) => Metric;

  constructor(data: Data, metric: (id: string) => Metric) {
    this.#data = data;
    this.#metric = metric;
  }

  view(spec: ViewSpec, options: ViewOptions): ReferenceAnswer {
    const clauses = (options.clauses ?? [])
      .filter((clause, at, all) => !all.slice(at + 1).some((later) => later.origin === clause.origin && later.field === clause.field))
      .filter((clause) => options.self === undefined || clause.origin !== options.self);
    const applied = clauses.filter((clause) => this.#answers(spec.table, clause));
    const unanswered = clauses.filter((clause) => !applied.includes(clause));
    const kept = this.#kept(spec.table, [...(spec.where ?? []), ...applied]);
    const course = this.#kept(
      spec.table,
      applied.filter((clause) => COURSE.includes(clause.field)),
    );
    const { names, rows } = spec.select === undefined ? this.#groups(spec, kept, course) : this.#rows(spec, kept);
    const sorted = this.#sorted(names, rows, options.params?.sort ?? spec.order ?? []);
    const offset = options.params?.offset ?? spec.offset ?? 0;
    const limit = options.params?.limit ?? spec.limit ?? Infinity;
    return { rows: sorted.slice(offset, offset + limit), total: rows.length, applied, unanswered };
  }

  // Where a field stands

  #parents(table: string): ParentLink[] {
    const links = TABLES.get(table)?.parents ?? [];
    return (['entity', 'block', 'lookup'] as const).flatMap((kind) => links.filter((link) => link.kind === kind));
  }

  /** The table and those above it, nearest first, each with the way to its row from a row of the table. */
  #above(table: string): { table: string; missing: boolean; rowFrom: (row: Row) => Row | undefined }[] {
    const found = [{ table, missing: false, rowFrom: (row: Row): Row | undefined => row }];
    for (const { table: child, missing, rowFrom } of found) {
      for (const link of this.#parents(child)) {
        if (found.some((other) => other.table === link.table)) continue;
        found.push({
          table: link.table,
          missing: missing || this.#data[link.table] === undefined,
          rowFrom: (row) => this.#parentRow(link, rowFrom(row)),
        });
      }
    }
    return found;
  }

  #parentRow(link: ParentLink, row: Row | undefined): Row | undefined {
    if (row === undefined) return undefined;
    const key = TABLES.get(link.table)!.key!;
    return (this.#data[link.table] ?? []).find((parent) =>
      link.by.every((name, at) => (row[name] ?? null) !== null && row[name] === parent[key[at]!]),
    );
  }

  #hasColumn(table: string, field: string): boolean {
    return Object.hasOwn(TABLES.get(table)!.columns, field);
  }

  #isRecorded(table: string, field: string): boolean {
    return (this.#data[table] ?? []).some((row) => Object.hasOwn(row, field));
  }

  #place(table: string, field: string): { table: string; valueOf: (row: Row) => Value } | undefined {
    const place = this.#above(table).find((above) => this.#hasColumn(above.table, field));
    return place === undefined ? undefined : { table: place.table, valueOf: (row) => place.rowFrom(row)?.[field] ?? null };
  }

  // What a clause does

  #entity(table: string): string | undefined {
    const link = this.#parents(table).find(({ kind }) => kind === 'entity');
    if (link !== undefined) return link.table;
    return ['enrollments', 'explorations'].includes(table) ? table : undefined;
  }

  /** What is shared with facts: the entity; of courses and learners, the enrollments. */
  #shared(table: string): string | undefined {
    return this.#entity(table) ?? (['courses', 'learners'].includes(table) ? 'enrollments' : undefined);
  }

  /** The table on whose rows a clause is tested. */
  #home(table: string, field: string): string | undefined {
    if (this.#place(table, field) !== undefined) return table;
    const shared = this.#shared(table);
    if (shared !== undefined && this.#place(shared, field) !== undefined) return shared;
    const owners = [...TABLES.keys()].filter((other) => this.#hasColumn(other, field) && this.#bears(other, table));
    const facts = owners.filter((other) => other !== 'insights');
    const meant = (facts.length > 0 ? facts : owners).filter(
      (other) => !this.#parents(other).some((link) => link.by.includes(field) && owners.includes(link.table)),
    );
    return meant.length === 1 && this.#isThere(meant[0]!, table) ? meant[0] : undefined;
  }

  #isBlock(other: string, table: string): boolean {
    return this.#parents(other).some((link) => link.kind === 'block' && link.table === table);
  }

  #isAboutTheSame(other: string, table: string): boolean {
    const shared = this.#shared(table);
    return shared !== undefined && this.#entity(other) === shared && !this.#isBlock(other, table);
  }

  #bears(other: string, table: string): boolean {
    return this.#isAboutTheSame(other, table) || this.#above(other).some((above) => above.table === table);
  }

  #isThere(other: string, table: string): boolean {
    if (this.#isAboutTheSame(other, table)) return this.#data[this.#shared(table)!] !== undefined;
    return this.#isBlock(other, table) || this.#above(other).some((above) => above.table === table && !above.missing);
  }

  #answers(table: string, clause: Predicate): boolean {
    const home = this.#home(table, clause.field);
    const place = home === undefined ? undefined : this.#place(home, clause.field);
    if (place === undefined || !this.#isRecorded(place.table, clause.field)) return false;
    if (home !== table && this.#data[home!] === undefined) return false;
    const type = TABLES.get(place.table)!.columns[clause.field];
    return clause.range === undefined || type === 'number' || type === 'time';
  }

  #kept(table: string, predicates: readonly Predicate[]): Row[] {
    const homes = new Map<string, Predicate[]>();
    for (const predicate of predicates) {
      const home = this.#home(table, predicate.field)!;
      homes.set(home, [...(homes.get(home) ?? []), predicate]);
    }
    return (this.#data[table] ?? []).filter((row) => this.#stays(table, row, homes));
  }

  #stays(table: string, row: Row, homes: ReadonlyMap<string, Predicate[]>): boolean {
    const holds = (home: string, tested: Row): boolean =>
      (homes.get(home) ?? []).every((predicate) => passes(this.#place(home, predicate.field)!.valueOf(tested), predicate));
    if (!holds(table, row)) return false;
    const shared = this.#shared(table);
    const others = [...homes.keys()].filter((home) => home !== table);
    const asChild = others.filter(
      (home) =>
        this.#parents(home).some((link) => link.kind === 'block' && link.table === table) ||
        shared === undefined ||
        this.#entity(home) !== shared,
    );
    if (
      !asChild.every((home) => (this.#data[home] ?? []).some((child) => holds(home, child) && this.#rowAbove(home, child, table) === row))
    )
      return false;
    const asSibling = others.filter((home) => !asChild.includes(home));
    if (asSibling.length === 0 || shared === undefined) return true;
    return (this.#data[shared] ?? []).some((entity) => {
      const together = this.#above(table).some((above) => above.table === shared)
        ? this.#rowAbove(table, row, shared) === entity
        : this.#rowAbove(shared, entity, table) === row;
      return (
        together &&
        asSibling.every((home) =>
          (this.#data[home] ?? []).some((fact) => holds(home, fact) && this.#rowAbove(home, fact, shared) === entity),
        )
      );
    });
  }

  #rowAbove(table: string, row: Row, wanted: string): Row | undefined {
    return this.#above(table)
      .find((above) => above.table === wanted)
      ?.rowFrom(row);
  }

  // Rows and groups

  #rows(spec: ViewSpec, kept: readonly Row[]): { names: string[]; rows: Value[][] } {
    const fields = (spec.select ?? []).map((selected) => (typeof selected === 'string' ? { field: selected } : selected));
    return {
      names: fields.map(({ field, as }) => as ?? field),
      rows: kept.map((row) => fields.map(({ field }) => this.#place(spec.table, field)!.valueOf(row))),
    };
  }

  #groups(spec: ViewSpec, kept: readonly Row[], course: readonly Row[]): { names: string[]; rows: Value[][] } {
    const by = spec.by ?? [];
    const tuplesOf = (row: Row): Value[][] =>
      by.reduce<Value[][]>(
        (tuples, dimension) => tuples.flatMap((tuple) => this.#binsOf(spec.table, dimension, row).map((value) => [...tuple, value])),
        [[]],
      );
    const members = kept.flatMap((row) => tuplesOf(row).map((tuple) => ({ row, tuple })));
    const courseMembers = course.flatMap((row) => tuplesOf(row).map((tuple) => ({ row, tuple })));
    const tuples = new Map(members.map(({ tuple }) => [JSON.stringify(tuple), tuple]));
    if (by.length === 0) tuples.set('[]', []);
    for (const tuple of this.#alwaysThere(by, [...tuples.values()])) tuples.set(JSON.stringify(tuple), tuple);
    const rank = by.map((dimension) => this.#ranking(spec.table, dimension));
    const groups = [...tuples.values()].sort((a, b) => {
      const at = by.findIndex((_, each) => JSON.stringify(a[each]) !== JSON.stringify(b[each]));
      return at < 0 ? 0 : rank[at]!(a[at]!, b[at]!);
    });
    const measures = spec.measures ?? [];
    return {
      names: [...by.map((dimension) => dimension.as ?? dimension.field), ...measures.map((use) => use.as ?? use.metric)],
      rows: groups.map((group) => [
        ...group,
        ...measures.map((use) => {
          const all = use.over === 'course' ? courseMembers : members;
          const inside = all.filter(({ tuple }) =>
            tuple.every((value, at) => (use.running === true && at === 0 ? rank[0]!(value, group[0]!) <= 0 : value === group[at])),
          );
          return this.#measure(
            spec.table,
            use,
            inside.map(({ row }) => row),
          );
        }),
      ]),
    };
  }

  #binsOf(table: string, dimension: Dimension, row: Row): Value[] {
    const value = this.#place(table, dimension.field)!.valueOf(row);
    const { bin = { kind: 'category' } } = dimension;
    let values: Value[] = [value];
    if (bin.kind === 'span') {
      const to = this.#place(table, bin.to)!.valueOf(row);
      values =
        value === null || to === null
          ? [null]
          : Array.from({ length: Math.max(0, Number(to) - Number(value) + 1) }, (_, step) => Number(value) + step);
    } else if (value !== null && bin.kind === 'period') {
      values = [startUtc(Number(value), bin.grain ?? 'month')];
    } else if (value !== null && bin.kind === 'number') {
      values = [(bin.from ?? 0) + Math.floor((Number(value) - (bin.from ?? 0)) / bin.width) * bin.width];
    }
    return dimension.skipNull === true ? values.filter((each) => each !== null) : values;
  }

  /** Unknown last; listed values first; text by first appearance where it stands; all else by size. */
  #ranking(table: string, dimension: Dimension): (a: Value, b: Value) => number {
    const place = this.#place(table, dimension.field)!;
    const texts: Value[] = (this.#data[place.table] ?? []).map((row) => row[dimension.field] ?? null);
    const listed = dimension.values ?? [];
    const isText =
      dimension.bin === undefined || dimension.bin.kind === 'category'
        ? TABLES.get(place.table)!.columns[dimension.field] === 'category'
        : false;
    const number = (value: Value): number => {
      if (listed.includes(value)) return listed.indexOf(value) - 1e15;
      if (value === null) return 1e15;
      if (isText) return texts.indexOf(value);
      return typeof value === 'string' ? Date.parse(value) : Number(value);
    };
    return (a, b) => number(a) - number(b);
  }

  #alwaysThere(by: readonly Dimension[], tuples: readonly Value[][]): Value[][] {
    const always = by.map((dimension, at) => {
      if (dimension.values !== undefined && dimension.values.length > 0) return [...dimension.values];
      if (dimension.bin?.kind !== 'period' || dimension.bin.fill !== true) return undefined;
      const starts = tuples
        .map((tuple) => tuple[at]!)
        .filter((start) => start !== null)
        .map((start) => Date.parse(String(start)));
      const grain = dimension.bin.grain ?? 'month';
      const days = starts.length === 0 ? 0 : (Math.max(...starts) - Math.min(...starts)) / DAY + 1;
      return [...new Set(Array.from({ length: days }, (_, day) => startUtc(Math.min(...starts) + day * DAY, grain)))];
    });
    if (always.every((values) => values === undefined)) return [];
    const base = always.includes(undefined) ? tuples : [by.map(() => null)];
    return base.flatMap((tuple) =>
      tuple.reduce<Value[][]>((made, value, at) => made.flatMap((start) => (always[at] ?? [value]).map((next) => [...start, next])), [[]]),
    );
  }

  #measure(table: string, use: MeasureUse, rows: readonly Row[]): Value {
    const counted = rows.filter((row) =>
      (use.where ?? []).every((predicate) => passes(this.#place(table, predicate.field)!.valueOf(row), predicate)),
    );
    return this.#aggregate(table, this.#metric(use.metric).aggregate, counted);
  }

  #aggregate(table: string, aggregation: Aggregation, rows: readonly Row[]): number | null {
    if (aggregation.op === 'count') return rows.length;
    if (aggregation.op === 'ratio') {
      const [of, over] = [this.#aggregate(table, aggregation.of, rows), this.#aggregate(table, aggregation.over, rows)];
      return of === null || over === null || over === 0 ? null : of / over;
    }
    const values = rows.map((row) => this.#place(table, aggregation.field)!.valueOf(row)).filter((value) => value !== null);
    if (aggregation.op === 'countDistinct') return new Set(values).size;
    const numbers = values.map(Number).sort((a, b) => a - b);
    if (numbers.length === 0) return null;
    const sum = numbers.reduce((total, value) => total + value, 0);
    if (aggregation.op === 'quantile') {
      const place = (numbers.length - 1) * aggregation.p;
      const low = numbers[Math.floor(place)]!;
      return low + (numbers[Math.ceil(place)]! - low) * (place - Math.floor(place));
    }
    if (aggregation.op === 'min') return numbers[0]!;
    if (aggregation.op === 'max') return numbers.at(-1)!;
    if (aggregation.op === 'same') return numbers.every((value) => value === numbers[0]) ? numbers[0]! : null;
    return aggregation.op === 'sum' ? sum : sum / numbers.length;
  }

  #sorted(names: readonly string[], rows: readonly Value[][], order: readonly Order[]): Value[][] {
    return rows
      .map((row, place) => ({ row, place }))
      .sort((a, b) => {
        for (const { column, direction } of order) {
          const [left, right] = [a.row[names.indexOf(column)]!, b.row[names.indexOf(column)]!];
          if (left === right) continue;
          if (left === null) return 1;
          if (right === null) return -1;
          const difference =
            typeof left === 'string' ? left.localeCompare(String(right), 'en', { numeric: true }) : Number(left) - Number(right);
          if (difference !== 0) return direction === 'desc' ? -difference : difference;
        }
        return a.place - b.place;
      })
      .map(({ row }) => row);
  }
}

const DAY = 86_400_000;

function passes(value: Value, { in: values, range }: Predicate): boolean {
  if (values !== undefined) return values.includes(value);
  return value !== null && range !== undefined && Number(value) >= range[0] && Number(value) < range[1];
}

function startUtc(instant: number, grain: string): string {
  const day = new Date(instant).toISOString().slice(0, 10);
  if (grain === 'day') return day;
  if (grain === 'week') {
    let monday = Date.parse(day);
    while (new Date(monday).getUTCDay() !== 1) monday -= DAY;
    return new Date(monday).toISOString().slice(0, 10);
  }
  const month = Number(day.slice(5, 7));
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  return grain === 'year' ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}
