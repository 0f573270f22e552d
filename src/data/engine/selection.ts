import type { Clause, Predicate } from '../../metrics/types.js';
import { StatsError } from '../stats-error.js';
import type { Located, Relations } from './fields.js';
import { ownersOf, splitField } from './fields.js';
import { applyPredicate, canAnswer } from './predicate.js';

const COURSE_FIELDS: readonly string[] = ['org', 'course_key', 'course_name', 'course_run'];

/** A predicate and the table on whose rows it is tested. */
export interface Placed {
  readonly predicate: Predicate;
  /** The view's own table, or one that is related to it. */
  readonly home: string;
  /** As seen from `home`. */
  readonly field: Located;
}

/** Clauses sorted by whether the tables of a view can answer them. */
export interface PlacedClauses {
  readonly placed: readonly Placed[];
  readonly applied: readonly Clause[];
  readonly unanswered: readonly Clause[];
}

/** The clauses that a view of origin `self` applies: not its own, if it has one, and of each origin and field the last. */
export function activeClauses(clauses: readonly Clause[], self: string | undefined): readonly Clause[] {
  const last = new Map<string, Clause>();
  for (const clause of clauses) {
    const key = JSON.stringify([clause.origin, clause.field]);
    last.delete(key);
    if (self === undefined || clause.origin !== self) last.set(key, clause);
  }
  return [...last.values()];
}

/** Whether a measure over the course applies the clause. */
export function isOnCourse(clause: Predicate): boolean {
  return COURSE_FIELDS.includes(splitField(clause.field)?.field ?? clause.field);
}

/** Finds for each clause the rows on which it is tested. */
export function placeClauses(relations: Relations, view: string, clauses: readonly Clause[]): PlacedClauses {
  const placed: Placed[] = [];
  const applied: Clause[] = [];
  const unanswered: Clause[] = [];
  for (const clause of clauses) {
    const found = place(relations, view, clause);
    if (found !== undefined && isTold(relations, view, found) && canAnswer(relations.column(found.home, found.field), clause)) {
      placed.push(found);
      applied.push(clause);
    } else {
      unanswered.push(clause);
    }
  }
  return { placed, applied, unanswered };
}

function isTold(relations: Relations, view: string, { home, field }: Placed): boolean {
  return relations.tells(field) && (home === view || relations.tellsOf(home));
}

/** The same for the fixed part of a view, where a field that no table has is an error of the view (`unknown-field`). */
export function placeWhere(relations: Relations, view: string, where: readonly Predicate[], id: string): readonly Placed[] {
  return where.map((predicate) => {
    const found = place(relations, view, predicate);
    if (found === undefined) {
      const owners = relatedOwners(relations, view, predicate.field).length > 1 ? 'several tables have' : 'no table has';
      throw new StatsError('unknown-field', `View "${id}": ${owners} the field "${predicate.field}".`);
    }
    if (!canAnswer(relations.column(found.home, found.field), predicate)) {
      throw new StatsError('bad-option', `View "${id}": "${predicate.field}" has no order, so it takes in and no range.`);
    }
    return found;
  });
}

/**
 * The rows of a view's table that remain, as 1 and 0. Predicates on its own fields and those of its parents filter its rows.
 * Those on another table hold on one and the same row of that table: what both tables are about stays if it has such a row, and
 * a row of a parent stays if one of its children is such a row.
 */
export function remainingRows(relations: Relations, view: string, placed: readonly Placed[]): Uint8Array {
  const mask = passing(relations, view, placed);
  const entity = sharedEntity(relations, view);
  const entities = entity === undefined ? undefined : new Uint8Array(relations.length(entity)).fill(1);
  let entitiesFiltered = false;
  for (const home of new Set(placed.map((each) => each.home))) {
    if (home === view) continue;
    const rows = passing(relations, home, placed);
    if (entity !== undefined && entities !== undefined && relation(relations, view, home) === 'entity') {
      keepWithChild(relations, entity, home, rows, entities);
      entitiesFiltered = true;
    } else {
      keepWithChild(relations, view, home, rows, mask);
    }
  }
  if (entity !== undefined && entities !== undefined && entitiesFiltered) keepOfEntity(relations, view, entity, entities, mask);
  return mask;
}

function place(relations: Relations, view: string, predicate: Predicate): Placed | undefined {
  const own = relations.locate(view, predicate.field);
  if (own !== undefined) return { predicate, home: view, field: own };
  const entity = sharedEntity(relations, view);
  const ofEntity = entity === undefined ? undefined : relations.locate(entity, predicate.field);
  if (entity !== undefined && ofEntity !== undefined) return { predicate, home: entity, field: ofEntity };
  const qualified = splitField(predicate.field);
  const [home, another] = qualified === undefined ? relatedOwners(relations, view, predicate.field) : [qualified.table];
  if (home === undefined || another !== undefined || !isLinked(relations, view, home)) return undefined;
  const field = relations.locate(home, qualified === undefined ? predicate.field : qualified.field);
  return field === undefined ? undefined : { predicate, home, field };
}

/**
 * What a clause calls a field that a view's rows have: by its name, or by the view's table as well where the name alone may mean a
 * field of several tables.
 */
export function clauseField(relations: Relations, view: string, field: string): string {
  const entity = sharedEntity(relations, view);
  if (entity === undefined || relations.locate(entity, field) !== undefined) return field;
  return relatedOwners(relations, entity, field).length > 1 ? `${view}.${field}` : field;
}

/** The tables that bear on a view and own a field; of several, none is meant by its name alone. */
function relatedOwners(relations: Relations, view: string, field: string): readonly string[] {
  return ownersOf(field, (table) => relation(relations, view, table) !== undefined);
}

/**
 * How a table whose rows are tested bears on a view by the schema: `child` where the view's rows are the blocks, or otherwise the
 * parents, of its rows; `entity` where both are about the same; undefined where it has no bearing.
 */
export function relation(relations: Relations, view: string, table: string): 'entity' | 'child' | undefined {
  if (relations.isBlockOf(view, table)) return 'child';
  const entity = relations.entityOf(table);
  if (entity !== undefined && entity === sharedEntity(relations, view)) return 'entity';
  return relations.pathTo(table, view) === undefined ? undefined : 'child';
}

/** Whether such a table bears on the view, and no table between them is missing. */
function isLinked(relations: Relations, view: string, table: string): boolean {
  if (relations.isBlockOf(view, table)) return true;
  if (relation(relations, view, table) === 'entity') return relations.tables.has(sharedEntity(relations, view) ?? '');
  return relations.pathTo(table, view)?.every((step) => relations.tables.has(step.link.table)) === true;
}

/** What a view's rows are about; for courses and learners the enrollments, through which all facts about them go. */
function sharedEntity(relations: Relations, view: string): string | undefined {
  const own = relations.entityOf(view);
  if (own !== undefined) return own;
  return relations.entities().find((table) => relations.pathTo(table, view) !== undefined);
}

/** Rows of `home` on which every predicate placed there holds. */
function passing(relations: Relations, home: string, placed: readonly Placed[]): Uint8Array {
  const mask = new Uint8Array(relations.length(home)).fill(1);
  for (const { predicate, field } of placed.filter((each) => each.home === home)) {
    applyPredicate(mask, relations.column(home, field), predicate);
  }
  return mask;
}

function keepWithChild(relations: Relations, parent: string, child: string, childRows: Uint8Array, mask: Uint8Array): void {
  const parentOf = relations.rowsAlong(relations.pathTo(child, parent) ?? []);
  const kept = new Uint8Array(mask.length);
  childRows.forEach((passes, row) => {
    const parentRow = parentOf === undefined ? row : (parentOf[row] ?? -1);
    if (passes === 1 && parentRow >= 0) kept[parentRow] = 1;
  });
  kept.forEach((keep, row) => {
    mask[row] = (mask[row] ?? 0) & keep;
  });
}

function keepOfEntity(relations: Relations, view: string, entity: string, entities: Uint8Array, mask: Uint8Array): void {
  const up = relations.pathTo(view, entity);
  if (up === undefined) {
    keepWithChild(relations, view, entity, entities, mask);
    return;
  }
  const entityOf = relations.rowsAlong(up);
  mask.forEach((passes, row) => {
    const entityRow = entityOf === undefined ? row : (entityOf[row] ?? -1);
    mask[row] = passes & (entities[entityRow] ?? 0);
  });
}
