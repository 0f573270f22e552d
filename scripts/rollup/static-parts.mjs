/** Modules that load parts on demand, and what stands for them where everything is in one file: as many imports. */
const STANDS_FOR = new Map([
  ['registry.js', 'registry-static.ts'],
  ['lazy-cache.js', 'lazy-cache-static.ts'],
]);

/** A plugin of esbuild for files that hold all that they need. */
export function staticParts() {
  return {
    name: 'static-parts',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /\/(?:registry|lazy-cache)\.js$/ }, ({ path, importer, resolveDir, kind }) => {
        const name = path.slice(path.lastIndexOf('/') + 1);
        return importer.includes('node_modules')
          ? undefined
          : resolve(path.replace(name, STANDS_FOR.get(name)), { importer, resolveDir, kind });
      });
    },
  };
}
