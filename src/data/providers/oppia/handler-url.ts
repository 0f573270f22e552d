import { StatsError } from '../../stats-error.js';

const DASHBOARD_PATH = '/creatordashboardhandler/data';

/** Whether a text is an id that Oppia gives to explorations. */
export function isExplorationId(text: string): boolean {
  return /^[a-zA-Z0-9-_]{1,12}$/.test(text);
}

/** URL of the statistics of an exploration, beside the dashboard at `src`; see `handlerUrl`. */
export function statisticsUrl(src: string, exploration: string): string {
  return handlerUrl(src, '/createhandler/statistics', exploration);
}

/** URL of the feedback threads of an exploration, beside the dashboard at `src`; see `handlerUrl`. */
export function threadListUrl(src: string, exploration: string): string {
  return handlerUrl(src, '/threadlisthandler', exploration);
}

/** URL of what an exploration is made of, beside the dashboard at `src`; see `handlerUrl`. */
export function structureUrl(src: string, exploration: string): string {
  return handlerUrl(src, '/createhandler/data', exploration);
}

/**
 * URL of what Oppia noted about a version of an exploration, beside the dashboard at `src`; `exp_version` is the one parameter that it
 * takes.
 */
export function issuesUrl(src: string, exploration: string, version: number): string {
  return `${handlerUrl(src, '/issuesdatahandler', exploration)}?exp_version=${version}`;
}

/**
 * URL of a handler for an exploration, beside the dashboard at `src`: same origin, same path up to the handler, or up to the last
 * segment where `src` is called otherwise. Query and fragment of `src` are not taken over, because Oppia refuses parameters that
 * it does not know. Throws `bad-option` where `src` is no absolute URL.
 */
function handlerUrl(src: string, handler: string, exploration: string): string {
  let url: URL;
  try {
    url = new URL(src);
  } catch (cause) {
    throw new StatsError('bad-option', `src: expected an absolute URL, got ${JSON.stringify(src)}`, { cause });
  }
  const path = url.pathname;
  const prefix = path.endsWith(DASHBOARD_PATH) ? path.slice(0, -DASHBOARD_PATH.length) : path.slice(0, path.lastIndexOf('/'));
  return `${url.origin}${prefix}${handler}/${encodeURIComponent(exploration)}`;
}
