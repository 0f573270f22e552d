import { join } from 'node:path';
import { ROOT } from '../lib/files.mjs';

const WIDGET = join(ROOT, 'src/components/base/stats-element.ts');
const WORKER = join(ROOT, 'src/workers/stats.worker.ts');

/**
 * Chunks of the build of a module per tag, as `manualChunks` of rollup: what every widget needs, what the worker alone needs, and what both
 * do are one each, as many small files shrink less. All else is as rollup has it.
 */
export function partsOfPage(tags) {
  let parts;
  return (id, { getModuleInfo }) => {
    parts ??= partsIn(getModuleInfo, tags);
    return parts.get(id);
  };
}

function partsIn(getModuleInfo, tags) {
  const widget = closure(getModuleInfo, [WIDGET]);
  const worker = closure(getModuleInfo, [WORKER]);
  const page = closure(
    getModuleInfo,
    tags.map((file) => join(ROOT, file)),
  );
  const parts = new Map();
  for (const id of widget) parts.set(id, worker.has(id) ? 'shared' : 'widget');
  for (const id of worker) if (!page.has(id) && id !== WORKER) parts.set(id, 'engine');
  return parts;
}

function closure(getModuleInfo, ids, found = new Set()) {
  for (const id of ids) {
    if (found.has(id)) continue;
    found.add(id);
    closure(getModuleInfo, getModuleInfo(id)?.importedIds ?? [], found);
  }
  return found;
}
