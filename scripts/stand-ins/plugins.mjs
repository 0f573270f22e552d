import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../lib/files.mjs';

/**
 * A plugin of rollup that takes what stands for a module, which what stands for it may import. Throws for a table with a path that is not
 * there.
 */
export function standIns(table) {
  const others = absolute(table);
  return {
    name: 'stand-ins',
    resolveId(source, importer) {
      if (importer === undefined) return null;
      const other = others.get(named(source, dirname(importer)));
      return other === undefined || other === importer ? null : other;
    },
  };
}

/** The same for esbuild. */
export function standInsAlone(table) {
  const others = absolute(table);
  return {
    name: 'stand-ins',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, importer, resolveDir, kind }) => {
        const other = others.get(named(path, resolveDir));
        return other === undefined || other === importer ? undefined : resolve(other, { importer, resolveDir, kind });
      });
    },
  };
}

/** The module of ours that an import means; a path that no table has where it means none. */
function named(source, folder) {
  return join(source.startsWith('.') ? folder : '', source.replace(/\.js$/, '.ts'));
}

function absolute(table) {
  const missing = Object.entries(table)
    .flat()
    .filter((file) => !existsSync(join(ROOT, file)));
  if (missing.length > 0) throw new Error(`scripts/stand-ins/tables.mjs: expected files of the project, got ${missing.join(', ')}.`);
  return new Map(Object.entries(table).map(([whole, other]) => [join(ROOT, whole), join(ROOT, other)]));
}
