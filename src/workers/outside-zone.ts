interface ZoneGlobal {
  readonly Zone?: { readonly root?: { readonly run?: <T>(work: () => T) => T } };
}

/**
 * Runs `work` outside zone.js where the page has it, so that timers, messages and frames started in it cause no change
 * detection in an Angular host. Answers what `work` answers. A page may call anything `Zone`, an element of that id included.
 */
export function outsideZone<T>(work: () => T): T {
  const root = (globalThis as ZoneGlobal).Zone?.root;
  return typeof root?.run === 'function' ? root.run(work) : work();
}
