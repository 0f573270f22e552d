import { join } from 'node:path';
import { ROOT } from '../lib/files.mjs';

const source = (name) => join(ROOT, 'src', name);

/** What every tag needs, or most of them. */
const WIDGET = ['components/base/stats-element', 'components/base/dataset/dataset-provider', 'define/define'].map((name) =>
  source(`${name}.ts`),
);
const BARS = ['bars/bar-chart', 'bars/stands-out'].map((name) => source(`components/charts/${name}.ts`));
const SERIES = source('components/charts/series/series-chart.ts');
const PERIODS = source('components/charts/periods/period-chart.ts');
const INPUTS = source('components/charts/brush/range-inputs.ts');
/** A directive of Lit that inputs of charts need, and those of the filter bar, which needs nothing else of charts. */
const LIVE = /[\\/]lit-html[\\/]directives[\\/]live\.js$/;
const BRUSH = ['brush', 'brushed-chart'].map((name) => source(`components/charts/brush/${name}.ts`));
const TOOLS = ['table/table-tools', 'base/focus/disclosure', 'base/shell/tools-styles'].map((name) => source(`components/${name}.ts`));
const INTERACTIONS = source('components/base/menu/interactions-part.ts');
const SMALL = ['text/field-unit', 'text/grain-name', 'clauses/open-range'].map((name) => source(`components/base/${name}.ts`));
const TABLE = source('components/table/table.ts');
const WORKER = source('workers/stats.worker.ts');
/** Parts that few of a family need. */
const HEAVY = ['marks', 'brush', 'periods', 'table'];
/** What reads data: the worker loads one of them. */
const PROVIDERS = ['oppia', 'creator-engagement-stats', 'xapi', 'tables'].map((name) => source(`data/providers/${name}.ts`));

/**
 * Chunks of the build of a module per tag, as `manualChunks` of rollup, as many small files shrink less: what every widget needs, what
 * bars, charts over time, and tables do, what comes after the first drawing, and what several tags of a family; what the worker needs with
 * any data; and what page and worker share. A module is in the first of them that needs it, so that none needs a later one. All else is as
 * rollup has it.
 */
export function partsOfPage(tags) {
  let parts;
  return (id, { getModuleInfo }) => {
    parts ??= partsIn(
      (ids) => closure(getModuleInfo, ids),
      tags.map((file) => join(ROOT, file)),
    );
    return parts.get(id);
  };
}

function partsIn(needed, tags) {
  const parts = new Map();
  const add = (part, ids) => {
    for (const id of ids) if (!parts.has(id) && id !== WORKER) parts.set(id, part);
  };
  const page = needed(tags);
  const worker = needed([WORKER]);
  const providers = PROVIDERS.map((file) => needed([file]));
  const ofData = new Set([worker, ...providers].flatMap((ids) => [...ids]));
  add('shared', both(page, ofData));
  add('widget', needed(WIDGET));
  add('widget', both(needed(BARS), needed([TABLE])));
  // Too small for files of their own.
  add('widget', [...SMALL, ...[...needed([INPUTS])].filter((id) => LIVE.test(id))]);
  add('chart', needed(BARS));
  add('marks', both(needed([SERIES]), needed([PERIODS])));
  add('marks', needed([INPUTS]));
  add('brush', needed(BRUSH));
  add('tools', needed(TOOLS));
  add(
    'interactions',
    [...needed([INTERACTIONS])].filter((id) => !page.has(id)),
  );
  const closures = tags.map((file) => needed([file]));
  for (const [part, entry] of [
    ['periods', PERIODS],
    ['table', TABLE],
  ]) {
    const ofOthers = new Set(closures.filter((ids) => !ids.has(entry)).flatMap((ids) => [...ids]));
    add(
      part,
      [...needed([entry])].filter((id) => !ofOthers.has(id)),
    );
  }
  for (const family of ['creator', 'at-risk']) {
    // A whole is made of its parts, and needs nothing that is several's because of it.
    const members = closures.filter(
      (ids, at) => tags[at].includes(`/define/${family}-`) && tags.filter((file) => ids.has(file)).length === 1,
    );
    const several = new Set(severalOf(members));
    const light = (id) => id.includes(`/components/${family}/`) && [...needed([id])].every((other) => !HEAVY.includes(parts.get(other)));
    add(family, [...several].filter(light));
  }
  add(
    'engine',
    [...worker].filter((id) => !page.has(id)),
  );
  // Too little to be asked for alone, by the reader of records and by the cubes.
  add('engine', [source('data/narrow-codes.ts')]);
  add('engine', both(providers[0], new Set(providers.slice(1).flatMap((ids) => [...ids]))));
  return parts;
}

function both(some, others) {
  return [...some].filter((id) => others.has(id));
}

/** What more than one of these sets has. */
function severalOf(sets) {
  return sets.flatMap((ids, at) => both(ids, new Set(sets.slice(at + 1).flatMap((others) => [...others]))));
}

function closure(getModuleInfo, ids, found = new Set()) {
  for (const id of ids) {
    if (found.has(id)) continue;
    found.add(id);
    closure(getModuleInfo, getModuleInfo(id)?.importedIds ?? [], found);
  }
  return found;
}
