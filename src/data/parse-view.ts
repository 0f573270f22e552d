import type { Binning, Dimension, MeasureUse, Predicate, Selected, ViewSpec } from '../metrics/types.js';
import { isValue, parseCondition, VALUE } from './parse-predicate.js';
import { check, checkGiven, isFlag, isText, parseList, parseObject } from './parse-shape.js';
import { checkGrain, parseOrder, parsePage } from './parse-view-options.js';

const SPEC = [
  'id',
  'table',
  'where',
  'select',
  'by',
  'measures',
  'order',
  'limit',
  'offset',
] as const satisfies readonly (keyof ViewSpec)[];
const PREDICATE = ['field', 'in', 'range'] as const satisfies readonly (keyof Predicate)[];
const SELECTED = ['field', 'as'] as const satisfies readonly (keyof Selected)[];
const DIMENSION = ['field', 'as', 'bin', 'values', 'skipNull'] as const satisfies readonly (keyof Dimension)[];
const BIN = ['kind', 'grain', 'fill', 'width', 'from', 'to'] as const;
const KINDS: readonly unknown[] = ['category', 'period', 'number', 'span'] satisfies Binning['kind'][];
const MEASURE = ['metric', 'as', 'where', 'over', 'running'] as const satisfies readonly (keyof MeasureUse)[];
const OVER: readonly unknown[] = ['selection', 'course'] satisfies MeasureUse['over'][];

const FIELD = 'the name of a field';
const COLUMN = 'the name of a column';
const FLAG = 'true or false';

/**
 * A view as it was asked for: its id, or a spec. Whether there are such tables, fields and metrics is for who answers.
 * @throws StatsError `bad-option`, naming the path and the value: `view.by: expected a list, got "track"`.
 */
export function parseView(given: unknown): string | ViewSpec {
  if (isText(given)) return given;
  const { id, table, where, select, by, measures, order, limit, offset } = parseObject(given, 'view', SPEC, 'the id of a view or a spec');
  check(id, 'view.id', isText, 'a text');
  check(table, 'view.table', isText, 'the name of a table');
  parseList(where, 'view.where', parseWhere);
  parseList(select, 'view.select', (selected, place) => {
    if (!isText(selected)) parseNamed(parseObject(selected, place, SELECTED, FIELD), place);
  });
  parseList(by, 'view.by', parseDimension);
  parseList(measures, 'view.measures', parseMeasure);
  parseOrder(order, 'view.order');
  parsePage(limit, offset, 'view');
  return given as ViewSpec;
}

function parseWhere(given: unknown, place: string): void {
  parseObject(given, place, PREDICATE);
  parseCondition(given, place);
}

function parseNamed({ field, as }: { readonly field?: unknown; readonly as?: unknown }, place: string): void {
  check(field, `${place}.field`, isText, FIELD);
  checkGiven(as, `${place}.as`, isText, COLUMN);
}

function parseDimension(given: unknown, place: string): void {
  const dimension = parseObject(given, place, DIMENSION);
  const { bin = { kind: 'category' }, values, skipNull } = dimension;
  parseNamed(dimension, place);
  const { kind, grain, fill, from, to } = parseObject(bin, `${place}.bin`, BIN);
  check(kind, `${place}.bin.kind`, (value) => KINDS.includes(value), KINDS.join(', '));
  checkGrain(grain, `${place}.bin.grain`);
  checkGiven(fill, `${place}.bin.fill`, isFlag, FLAG);
  checkGiven(from, `${place}.bin.from`, Number.isFinite, 'a number');
  if (kind === 'span') check(to, `${place}.bin.to`, isText, FIELD);
  parseList(values, `${place}.values`, (value, at) => check(value, at, isValue, VALUE));
  checkGiven(skipNull, `${place}.skipNull`, isFlag, FLAG);
}

function parseMeasure(given: unknown, place: string): void {
  const { metric, as, where, over, running } = parseObject(given, place, MEASURE);
  check(metric, `${place}.metric`, isText, 'the id of a metric');
  checkGiven(as, `${place}.as`, isText, COLUMN);
  parseList(where, `${place}.where`, parseWhere);
  checkGiven(over, `${place}.over`, (value) => OVER.includes(value), OVER.join(' or '));
  checkGiven(running, `${place}.running`, isFlag, FLAG);
}
