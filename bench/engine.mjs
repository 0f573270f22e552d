/**
 * The package's own engine in the harness of cross-filter benchmarks (its README says what each method stands for). It is copied
 * into the harness's `engines/`, beside which the package is bundled as `learner-elements.mjs`.
 */
import { decodeSnapshot, encodeSnapshot, engineOver, RecordColumns } from '../learner-elements.mjs';
import * as S from '../lib/schema.mjs';

export const bytes = true;

const TABLE = 'events';
const SNAPSHOT = { provider: 'tables', version: 1, notes: { bytes: 0 } };
const WANTED = [
  { name: 'learner', path: ['learner_id'], type: 'category' },
  { name: 'course', path: ['course_id'], type: 'category' },
  { name: 'track', path: ['track'], type: 'category' },
  { name: 'kind', path: ['event_kind'], type: 'category' },
  { name: 'ts', path: ['ts'], type: 'number' },
  { name: 'secs', path: ['seconds_spent'], type: 'number' },
  { name: 'grade', path: ['grade'], type: 'number' },
];
const METRICS = new Map(
  Object.entries({
    rows: { op: 'count' },
    last: { op: 'max', field: 'ts' },
    secs: { op: 'sum', field: 'secs' },
  }).map(([id, aggregate]) => [id, { id, aggregate }]),
);

/** Field and bins of each dimension; texts are asked for in the order of the harness's numbers. */
const DIMENSIONS = {
  track: category('track', S.TRACKS),
  day: { by: { field: 'ts', bin: { kind: 'number', width: S.DAY, from: S.T0 } } },
  grade: { by: { field: 'grade', bin: { kind: 'number', width: 1 / S.GRADE_BINS, from: 0 } } },
  seconds: category(
    'seconds',
    Array.from({ length: S.SEC_BINS }, (_, bin) => `${bin}`),
  ),
  course: category('course', S.COURSES),
  kind: category('kind', S.KINDS),
};
const VIEWS = S.DIMS.map(({ name, bins }) => ({
  name,
  bins,
  field: DIMENSIONS[name].by.field,
  bin: DIMENSIONS[name].by.bin,
  spec: { id: name, table: TABLE, by: [{ ...DIMENSIONS[name].by, skipNull: true }], measures: [{ metric: 'rows' }] },
}));
const SPECS = VIEWS.map((view) => view.spec);
const VIEW = Object.fromEntries(VIEWS.map((view) => [view.name, view]));
const LEARNERS = {
  id: 'learners',
  table: TABLE,
  by: [{ field: 'learner' }],
  measures: [{ metric: 'last' }, { metric: 'rows' }, { metric: 'secs' }],
  order: [{ column: 'last', direction: 'desc' }, { column: 'learner' }],
  limit: S.TOP,
};

export default () => {
  let reader;
  let table;
  let engine;
  let clauses = new Map();

  const open = () => {
    engine = engineOver(new Map([[TABLE, table]]), { timezone: 'UTC', metric: (id) => METRICS.get(id) });
  };
  const read = (except) => {
    const set = [...clauses.values()];
    const views = { track: undefined, day: undefined, grade: undefined, seconds: undefined, course: undefined, kind: undefined };
    for (let at = 0; at < VIEWS.length; at++) {
      const view = VIEWS[at];
      if (view.name !== except) views[view.name] = binned(engine.view(view.spec, { clauses: set, self: view.name }), view);
    }
    return views;
  };

  return {
    name: 'learner-elements',
    /** As a page: the kernel is compiled before the first bytes are asked for. */
    boot() {
      reader = RecordColumns.create(WANTED, () => []);
    },
    ingest(_text, { bytes: body, last }) {
      reader.push(body, last ? body.length : undefined);
      if (!last) {
        reader.nextBody();
        return;
      }
      const { columns, rows } = reader.end();
      reader = undefined;
      columns.set('seconds', secondsBins(columns.get('secs').values));
      table = { name: TABLE, length: rows, columns };
      open();
      engine.prepare(SPECS);
      // As the worker of a page does: the first answers come before anything that only later steps need.
      const more = engine.rehearse(SPECS);
      globalThis.setTimeout(() => {
        while (engine !== undefined && more());
      });
    },
    views: () => read(),
    activate(name, withTable) {
      const { field, spec } = VIEW[name];
      for (const view of VIEWS)
        if (view.name !== name) engine.expect(field, [view.spec], { clauses: [...clauses.values()], self: view.name });
      if (withTable) engine.expect(field, [LEARNERS], { clauses: [...clauses.values()] });
      return spec.id;
    },
    brush(name, window) {
      const range = [S.T0 + window[0] * S.DAY, S.T0 + window[1] * S.DAY];
      clauses.set(name, { origin: name, field: VIEW[name].field, range });
      return read(name);
    },
    click(name, value) {
      clauses.set(name, { origin: name, field: VIEW[name].field, in: [value] });
      return read(name);
    },
    clear() {
      clauses = new Map();
    },
    topLearners(k) {
      const { columns } = engine.view(LEARNERS, { clauses: [...clauses.values()], params: { limit: k } });
      const { codes, dictionary } = columns[0].data;
      const id = new Array(codes.length);
      for (let at = 0; at < id.length; at++) id[at] = dictionary[codes[at]];
      const secs = columns[3].data.values;
      for (let at = 0; at < secs.length; at++) secs[at] ||= 0;
      return { id, last: columns[1].data.values, n: columns[2].data.values, secs };
    },
    toCache() {
      const { header, bytes: packed } = encodeSnapshot({ ...SNAPSHOT, tables: new Map([[TABLE, table]]) });
      return { header, body: new globalThis.Blob([packed]) };
    },
    async fromCache({ header, body }) {
      table = decodeSnapshot(header, await body.arrayBuffer()).tables.get(TABLE);
      open();
    },
    dispose() {
      table = undefined;
      engine = undefined;
    },
  };
};

function category(field, labels) {
  return { by: { field, values: labels } };
}

/** Counts of an answer by the harness's bins. */
function binned({ columns }, { bin, bins }) {
  const counts = columns[1].data.values;
  if (bin === undefined) return counts;
  const { values } = columns[0].data;
  const first = binAt(values, 0, bin);
  const last = binAt(values, counts.length - 1, bin);
  // Bins stand in order, each once: if there are as many as there can be, they are all there.
  const areAll = first === 0 && last === counts.length - 1;
  if (areAll && counts.length === bins) return counts;
  const out = areAll ? counts : new Float64Array(bins + 1);
  if (!areAll) for (let at = 0; at < counts.length; at++) out[binAt(values, at, bin)] = counts[at];
  // The last bin holds its upper edge, too.
  if (last === bins) out[bins - 1] += out[bins];
  return out.subarray(0, bins);
}

function binAt(values, at, { from, width }) {
  return Math.round((values[at] - from) / width);
}

/** Seconds from which on tenths are not looked up. */
const MOST_TENTHS = 1 << 16;

/** The logarithmic bins of seconds as a column, as a provider derives grade buckets. Most seconds have one decimal. */
function secondsBins(values) {
  const bins = binsOfTenths();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = values[row];
    const tenths = (value * 10 + 0.5) | 0;
    codes[row] = tenths / 10 === value && tenths >= 10 && tenths < MOST_TENTHS ? bins[tenths] : Number.isNaN(value) ? -1 : S.secBin(value);
  }
  return { type: 'category', codes, dictionary: Array.from({ length: S.SEC_BINS }, (_, bin) => `${bin}`) };
}

/** The bin of each number of tenths from one second on; bins follow each other, so that only where each begins is looked for. */
function binsOfTenths() {
  const bins = new Int8Array(MOST_TENTHS);
  for (let bin = 0, from = 10; from < MOST_TENTHS; bin++) {
    let [to, end] = [from, MOST_TENTHS];
    while (to < end) {
      const middle = (to + end) >> 1;
      if (S.secBin(middle / 10) > bin) end = middle;
      else to = middle + 1;
    }
    bins.fill(bin, from, to);
    from = to;
  }
  return bins;
}
