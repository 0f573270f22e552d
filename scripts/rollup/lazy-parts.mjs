/** Modules in whose place the build of a module per tag has ones that load them when they are needed. */
const STANDS_FOR = new Map([
  ['/fast-views.js', '/lazy-views.js'],
  ['/related.js', '/lazy-related.js'],
  ['/read-events.js', '/lazy-read-events.js'],
  ['/interactions.js', '/lazy-interactions.js'],
  ['/groups.js', '/lazy-groups.js'],
]);

/** That as a plugin of rollup; what stands for a module may import it. */
export function lazyParts() {
  return {
    name: 'lazy-parts',
    resolveId(source, importer) {
      for (const [whole, lazy] of STANDS_FOR) {
        if (!source.endsWith(whole) || importer?.endsWith(lazy.replace('.js', '.ts'))) continue;
        return this.resolve(source.replace(whole, lazy), importer, { skipSelf: true });
      }
      return null;
    },
  };
}
