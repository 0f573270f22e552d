import { dirname, join } from 'node:path';
import { familyCode } from './families.mjs';
import { WORKER_PARTS } from './joined-parts.mjs';

/**
 * Modules in whose place a script has others: the worker is not text there but parts of the same file, which the page runs too where no
 * worker starts; what writes files, what the numbers mean, and translations are scripts beside it, as are the parts that load later.
 */
const STANDS_FOR = new Map([
  ['own-worker.js', 'own-worker-parts.ts'],
  ['page-service.js', 'page-port.ts'],
  ['run-export.js', 'run-script.ts'],
  ['locale-files.js', 'locale-scripts.ts'],
  ['definition-files.js', 'definition-scripts.ts'],
  ['fast-views.js', 'lazy-views.ts'],
  ['record-reader.js', 'lazy-record-reader.ts'],
]);

/** That as a plugin of rollup, with what a family leaves out. */
export function sourcesOfScript(family) {
  return {
    name: 'sources-of-script',
    resolveId(source, importer) {
      if (source.endsWith('/worker-text.js')) return { id: WORKER_PARTS, external: true };
      const name = source.slice(source.lastIndexOf('/') + 1);
      const other = STANDS_FOR.get(name);
      if (!source.startsWith('.') || other === undefined || importer === undefined || importer.endsWith(`/${other}`)) return null;
      return join(dirname(importer), source.replace(name, other));
    },
    load: (id) => familyCode(family, id) ?? null,
  };
}
