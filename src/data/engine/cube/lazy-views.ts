import type { Metric, ViewSpec } from '../../../metrics/types.js';
import type { ViewData, ViewOptions } from '../../view-result.js';
import type { Relations } from '../fields.js';
import type { FastViews as LoadedViews } from './fast-views.js';

/** Rows of a view's table from which on cubes are worth loading; below, the plain engine answers at once. */
const ROWS = 10_000;

/**
 * Takes the place of `fast-views.ts` in the builds for pages: the cubes are a part that is loaded for large data. Until it is
 * there, and where it cannot be had, the plain engine answers, with the same numbers.
 */
export class FastViews {
  readonly #relations: Relations;
  readonly #load: () => Promise<void>;
  #isAsked = false;
  #isRefused = false;
  #views: LoadedViews | undefined;

  constructor(relations: Relations, timezone: string, metric: (id: string) => Metric | undefined) {
    this.#relations = relations;
    this.#load = () =>
      import('./fast-views.js').then(
        (module) => void (this.#views = new module.FastViews(relations, timezone, metric)),
        (error: unknown) => {
          this.#isRefused = true;
          console.warn('learner-elements: no cubes, so filters are slower.', error);
        },
      );
  }

  view(spec: ViewSpec, options: ViewOptions): ViewData | undefined {
    if (!this.#isAsked && (this.#relations.tables.get(spec.table)?.length ?? 0) >= ROWS) {
      this.#isAsked = true;
      void this.#load();
    }
    return this.#views?.view(spec, options);
  }

  prepare(specs: readonly ViewSpec[], options?: ViewOptions): void {
    this.#views?.prepare(specs, options);
  }

  rehearse(specs: readonly ViewSpec[], related?: boolean): () => boolean {
    let more: (() => boolean) | undefined;
    return () => {
      more ??= this.#views?.rehearse(specs, related);
      return more?.() ?? (this.#isAsked && !this.#isRefused);
    };
  }

  expect(field: string, specs: readonly ViewSpec[], options?: ViewOptions): void {
    this.#views?.expect(field, specs, options);
  }
}
