import { join } from 'node:path';
import { ROOT } from '../lib/files.mjs';

/** Modules that stand with what they alone need in a file beside the script, loaded when an `import()` asks for them; and that file. */
const BESIDE = {
  'src/data/engine/cube/fast-views.ts': 'engine',
  'src/data/ingest/columns/record-columns.ts': 'engine',
  'src/data/cache/snapshot-cache.ts': 'cache',
  'src/components/base/menu/exported-document.ts': 'documents',
};
/** What reads data that the tags of a script are rarely given; that of all tags has inside what needs no file for the smallest page. */
const BESIDE_OF = {
  all: { 'src/data/providers/xapi.ts': 'xapi', 'src/data/providers/tables.ts': 'tables' },
  creator: { 'src/data/providers/xapi.ts': 'xapi', 'src/data/providers/tables.ts': 'tables' },
  'at-risk': { 'src/data/providers/tables.ts': 'tables' },
};

/** Between the names of files that need the same; a sign that rollup leaves in names of chunks. */
const AND = '_';

/**
 * The parts of one script, as `manualChunks` of rollup has them: the page's, the worker's, what both need, and those of files beside it.
 */
export function partsOfScript({ page, worker, family }) {
  const beside = new Map(Object.entries({ ...BESIDE, ...BESIDE_OF[family ?? 'all'] }).map(([file, part]) => [join(ROOT, file), part]));
  let parts;
  return {
    chunkOf(id, { getModuleInfo }) {
      parts ??= partsIn(getModuleInfo, [join(ROOT, page), join(ROOT, worker)], beside);
      return parts.get(id);
    },
    /** Whether a chunk is such a file's own, and whether it stands in files only: in those of all that need it. */
    isFile: (chunk) => [...beside.values()].includes(chunk),
    isBeside: (chunk) => chunk.split(AND).every((part) => [...beside.values()].includes(part)),
  };
}

function partsIn(getModuleInfo, [pageEntry, workerEntry], files) {
  const closure = (ids, found = new Set()) => {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(id) ?? {};
      closure([...importedIds, ...dynamicallyImportedIds.filter((imported) => !files.has(imported))], found);
    }
    return found;
  };
  const page = closure([pageEntry]);
  const worker = closure([workerEntry]);
  const beside = new Map();
  // A worker has nothing of the page's part: what a file needs there that the page has, too, is shared.
  const inWorker = new Set(worker);
  for (const [id, part] of files) {
    const info = getModuleInfo(id);
    if (!info) continue;
    const isOfWorker = info.dynamicImporters.some((importer) => worker.has(importer));
    for (const needed of closure([id])) {
      note(beside, needed, part);
      if (isOfWorker) inWorker.add(needed);
    }
  }
  const parts = new Map();
  for (const [id, names] of beside) parts.set(id, [...names].sort().join(AND));
  for (const id of page) parts.set(id, inWorker.has(id) ? 'shared' : 'page');
  for (const id of worker) if (!page.has(id)) parts.set(id, 'worker');
  // What the shared part imports is in it, too: no part imports one that imports it.
  const isShared = (id) => parts.get(id) === 'shared';
  for (const id of closure([...parts.keys()].filter(isShared))) if (parts.has(id)) parts.set(id, 'shared');
  return parts;
}

function note(map, key, value) {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
