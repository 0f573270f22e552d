import { OppiaBodies } from '../simulator/oppia/bodies.mjs';
import { CREATOR, OppiaWorld } from '../simulator/oppia/world.mjs';
import { cookie, json, WorldLines } from './reply.mjs';
import { SESSION } from './session.mjs';

/** @typedef {import('./reply.mjs').Asked} Asked */
/** @typedef {import('./reply.mjs').Reply} Reply */

/** What Oppia puts before every JSON body. */
export const XSSI_PREFIX = ")]}'\n";

/**
 * A body as Oppia's handlers send it.
 * @param {object} value
 * @param {number} [status]
 * @returns {Reply}
 */
export function oppiaJson(value, status = 200) {
  const escaped = JSON.stringify(value).replace(/&/g, '\\u0026').replace(/</g, '\\u003c').replace(/>/g, '\\u003e');
  return {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="oppia-attachment.txt"',
      'X-Content-Type-Options': 'nosniff',
    },
    body: XSSI_PREFIX + escaped,
  };
}

/**
 * @param {number} status
 * @param {string} error
 */
export function oppiaError(status, error) {
  return oppiaJson({ error, status_code: status }, status);
}

const NOT_FOUND = 'Could not find the resource at the given URL.';
const SIGNED_OUT = 'You must be logged in to access this resource.';

/** Oppia's handlers for one creator, counted when first asked for. */
export class OppiaHandlers {
  /** @param {{ seed: string | number, events: number }} options */
  constructor(options) {
    this.world = new OppiaWorld(options);
    this.events = new WorldLines(() => lines(this.world), options, 'oppia-events');
    /** @type {OppiaBodies | undefined} */
    this.counted = undefined;
  }

  /** @returns {OppiaBodies} */
  get bodies() {
    this.counted ??= new OppiaBodies(this.world);
    return this.counted;
  }

  /**
   * @param {Asked} asked
   * @returns {Reply | undefined}
   */
  handle(asked) {
    const { path } = asked;
    if (path === '/oppia/events.ndjson') return this.events.reply();
    if (path === '/oppia/user-stats.json') return isSignedIn(asked) ? json(this.bodies.userStats()) : oppiaError(401, SIGNED_OUT);
    const [name, id] = routeOf(path);
    if (name === undefined) return undefined;
    const extra = [...asked.query.keys()].filter((key) => name !== 'issues' || key !== 'exp_version');
    if (extra.length > 0) {
      const names = extra.map((key) => `'${key}'`).join(', ');
      return oppiaError(400, `At '${path}' these errors are happening:\nFound extra args: [${names}].`);
    }
    if (name === 'dashboard') return isSignedIn(asked) ? oppiaJson(this.bodies.dashboard()) : oppiaError(401, SIGNED_OUT);
    if (name === 'engagement') return this.#engagement(asked, id);
    if (!this.#mayPlay(asked, id)) return oppiaError(404, NOT_FOUND);
    if (name === 'statistics') return oppiaJson(this.bodies.statistics(id));
    if (name === 'structure') return oppiaJson(this.bodies.structure(id));
    if (name === 'feedback') return oppiaJson(this.bodies.feedbackStats(id));
    if (name === 'threads') return oppiaJson(this.bodies.threadList(id));
    return oppiaJson(this.bodies.issues(id));
  }

  /**
   * Published explorations are open to guests; private ones only to those who edit them.
   * @param {Asked} asked
   * @param {string} id
   */
  #mayPlay(asked, id) {
    const exploration = this.world.explorations.find((one) => one.id === id);
    return exploration !== undefined && (exploration.status === 'public' || isSignedIn(asked));
  }

  /**
   * @param {Asked} asked
   * @param {string} id of the creator
   */
  #engagement(asked, id) {
    if (!isSignedIn(asked)) return oppiaError(401, SIGNED_OUT);
    if (!id.startsWith('uid_')) return oppiaError(404, NOT_FOUND);
    if (id !== CREATOR.id) return oppiaError(403, 'You can see your own statistics only.');
    return oppiaJson(this.bodies.engagementStats());
  }
}

/** @type {readonly (readonly [name: string, pattern: RegExp])[]} */
const ROUTES = [
  ['dashboard', /^\/creatordashboardhandler\/data$/],
  ['engagement', /^\/creatorengagementstats\/([^/]+)$/],
  ['statistics', /^\/createhandler\/statistics\/([a-zA-Z0-9\-_]{1,12})$/],
  ['structure', /^\/createhandler\/data\/([a-zA-Z0-9\-_]{1,12})$/],
  ['feedback', /^\/feedbackstatshandler\/([a-zA-Z0-9\-_]{1,12})$/],
  ['threads', /^\/threadlisthandler\/([a-zA-Z0-9\-_]{1,12})$/],
  ['issues', /^\/issuesdatahandler\/([a-zA-Z0-9\-_]{1,12})$/],
];

/**
 * @param {string} path
 * @returns {readonly [name: string | undefined, id: string]}
 */
function routeOf(path) {
  for (const [name, pattern] of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null) return [name, match[1] ?? ''];
  }
  return [undefined, ''];
}

/** @param {Asked} asked */
function isSignedIn(asked) {
  return cookie(asked, SESSION.name) === SESSION.value;
}

/** @param {OppiaWorld} world */
function* lines(world) {
  for (const { event } of world.events()) yield JSON.stringify(event);
}
