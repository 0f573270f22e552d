/**
 * Every module of `src` that a build has another in the place of: what stands for it by what it stands for, both from the project's folder.
 * `test/scripts/stand-ins.test.mjs` compares their types.
 */

/** A module per tag: loaded when they are needed, as is the worker, which is files of the same build. */
export const MODULE_PER_TAG = {
  'src/components/base/audience/groups.ts': 'src/components/base/audience/lazy-groups.ts',
  'src/components/base/menu/interactions.ts': 'src/components/base/menu/lazy-interactions.ts',
  'src/data/engine/cube/fast-views.ts': 'src/data/engine/cube/lazy-views.ts',
  'src/data/engine/cube/related.ts': 'src/data/engine/cube/lazy-related.ts',
  'src/data/providers/oppia/read-events.ts': 'src/data/providers/oppia/lazy-read-events.ts',
  'src/workers/own-worker.ts': 'src/workers/own-worker-files.ts',
};

/** The worker's text, which loads nothing: imports in the place of what loads parts on demand. */
export const WORKER_TEXT = {
  'src/data/cache/lazy-cache.ts': 'src/data/cache/lazy-cache-static.ts',
  'src/data/providers/registry.ts': 'src/data/providers/registry-static.ts',
};

/**
 * The scripts: the worker is not text there but parts of the same file, which the page runs too where no worker starts; what writes files,
 * what the numbers mean, and translations are scripts beside it, as are the parts that load later.
 */
export const SCRIPT = {
  'src/data/engine/cube/fast-views.ts': 'src/data/engine/cube/lazy-views.ts',
  'src/data/ingest/columns/record-reader.ts': 'src/data/ingest/columns/lazy-record-reader.ts',
  'src/export/run-export.ts': 'src/export/run-script.ts',
  'src/localize/definition-files.ts': 'src/localize/definition-scripts.ts',
  'src/localize/locale-files.ts': 'src/localize/locale-scripts.ts',
  'src/workers/own-worker.ts': 'src/workers/own-worker-parts.ts',
  'src/workers/page-service.ts': 'src/workers/page-port.ts',
};

/** The script of one family of tags, beside that: nothing, or little, for what only the other family's views and providers need. */
export const FAMILIES = {
  creator: {
    'src/components/base/audience/groups.ts': 'scripts/stand-ins/creator/groups.ts',
    'src/data/providers/xapi/derive.ts': 'scripts/stand-ins/creator/derive.ts',
    'src/data/providers/xapi/prepare.ts': 'src/data/providers/xapi/prepare-sessions.ts',
    'src/metrics/dictionary/at-risk.ts': 'scripts/stand-ins/creator/at-risk-dictionary.ts',
    'src/metrics/views/at-risk.ts': 'scripts/stand-ins/creator/at-risk-views.ts',
  },
  'at-risk': {
    'src/components/base/dataset/part-demand.ts': 'scripts/stand-ins/at-risk/part-demand.ts',
    'src/components/base/dataset/parts-controller.ts': 'scripts/stand-ins/at-risk/parts-controller.ts',
    'src/data/loader/on-demand.ts': 'scripts/stand-ins/at-risk/on-demand.ts',
    'src/data/part-need.ts': 'scripts/stand-ins/at-risk/part-need.ts',
    'src/data/providers/registry-creator.ts': 'scripts/stand-ins/at-risk/registry-creator.ts',
    'src/data/providers/tables/creator-tables.ts': 'scripts/stand-ins/at-risk/creator-tables.ts',
    'src/data/providers/xapi/sessions-tables.ts': 'scripts/stand-ins/at-risk/sessions-tables.ts',
    'src/metrics/dictionary/creator.ts': 'scripts/stand-ins/at-risk/creator-dictionary.ts',
    'src/metrics/views/creator.ts': 'scripts/stand-ins/at-risk/creator-views.ts',
  },
};
