import { createServer as createHttpServer } from 'node:http';
import { resolve } from 'node:path';
import { Faults } from './faults.mjs';
import { OppiaHandlers } from './oppia.mjs';
import { pageReply, pagesFolder } from './pages.mjs';
import { json, text } from './reply.mjs';
import { send } from './send.mjs';
import { SharedData } from './shared-data.mjs';
import { builtFile } from './static.mjs';
import { XapiHandlers } from './xapi.mjs';

/** @typedef {import('./reply.mjs').Asked} Asked */
/** @typedef {import('./reply.mjs').Reply} Reply */
/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] 0, the default, is any that is free
 * @property {string} [root] of the project, with `cdn/`, `dist/` and `examples/pages/`
 * @property {string | number} [seed] of the simulated worlds
 * @property {number} [events] about how many each of the two worlds has
 * @property {string} [shared] folder with real data
 */

/** @typedef {{ method: string, path: string, query: string, status: number | undefined }} LoggedRequest */

const MOST_LOGGED = 10_000;
const PROJECT = resolve(import.meta.dirname, '..', '..');

/** The demo server: the pages, the built package, and the hosts that the tags read from. */
class App {
  /** @param {ServerOptions} options */
  constructor({ root = PROJECT, seed = 1, events = 20_000, shared }) {
    this.root = root;
    this.oppia = new OppiaHandlers({ seed, events });
    this.xapi = new XapiHandlers({ seed, events });
    this.shared = new SharedData(shared ?? process.env['LEARNER_ELEMENTS_SHARED'] ?? resolve(root, '..', 'shared'));
    this.faults = new Faults();
    /** @type {LoggedRequest[]} */
    this.log = [];
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async serve(request, response) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decoded(url.pathname);
    const method = request.method ?? 'GET';
    if (path === '/__log') return send(request, response, json(this.log));
    if (path === '/__log/clear') {
      this.log.length = 0;
      return send(request, response, { status: 204 });
    }
    /** @type {LoggedRequest} */
    const entry = { method, path, query: url.search, status: undefined };
    this.log.push(entry);
    if (this.log.length > MOST_LOGGED) this.log.shift();
    const reply = await this.#answer({ method, path, query: url.searchParams, headers: request.headers, mount: '' });
    if (response.destroyed) return undefined;
    await send(request, response, reply);
    entry.status = response.statusCode;
    return undefined;
  }

  /**
   * Takes the prefixes off a path one by one; each wraps the answer of the rest.
   * @param {Asked} asked
   * @returns {Promise<Reply>}
   */
  async #answer(asked) {
    const fault = this.faults.find(asked.path);
    if (fault === undefined) return this.#route(asked);
    const inner = { ...asked, path: asked.path.slice(fault.prefix.length), mount: asked.mount + fault.prefix };
    return fault.wrap(() => this.#answer(inner), asked);
  }

  /**
   * @param {Asked} asked
   * @returns {Promise<Reply>}
   */
  async #route(asked) {
    if (asked.method !== 'GET' && asked.method !== 'HEAD') return text(405, 'This server only answers GET and HEAD.');
    if (/^\/(?:cdn|css|dist)\//.test(asked.path)) return builtFile(this.root, asked.path);
    return (
      this.oppia.handle(asked) ??
      this.xapi.handle(asked) ??
      this.shared.handle(asked) ??
      (await pageReply(pagesFolder(this.root), this.oppia, asked)) ??
      text(404, `Nothing is at ${asked.path}.`)
    );
  }
}

/**
 * @param {string} path
 */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Starts the demo server on 127.0.0.1.
 * @param {ServerOptions} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with a slash; `close` also ends open connections
 * @throws the error of `listen` where the port is taken (`code` is `EADDRINUSE`)
 */
export async function createServer(options = {}) {
  const app = new App(options);
  const server = createHttpServer((request, response) => {
    app.serve(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(options.port ?? 0, '127.0.0.1', () => done(undefined));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}
