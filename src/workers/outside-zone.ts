interface ZoneGlobal {
  readonly Zone?: { readonly root: { run<T>(work: () => T): T } };
}

/**
 * Runs `work` outside zone.js where the page has it, so that timers, messages and frames started in it cause no change
 * detection in an Angular host. Answers what `work` answers.
 */
export function outsideZone<T>(work: () => T): T {
  const { Zone } = globalThis as ZoneGlobal;
  return Zone === undefined ? work() : Zone.root.run(work);
}
