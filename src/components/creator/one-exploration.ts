import type { Clause } from '../../metrics/types.js';

/** The clause of `exploration="<id>"`: it always holds, for this tag alone. */
export function oneExploration(exploration: string | null | undefined): readonly Clause[] {
  return exploration ? [{ origin: 'fixed', field: 'exploration', in: [exploration] }] : [];
}
