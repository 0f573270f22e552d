import { OpenEdxWorld } from '../simulator/openedx/world.mjs';
import { lrsPage } from './lrs.mjs';
import { json, WorldLines } from './reply.mjs';
import { StatementStore } from './statement-store.mjs';

/** @typedef {import('./reply.mjs').Asked} Asked */
/** @typedef {import('./reply.mjs').Reply} Reply */

/** The Open edX site's statements, whole or in pages, and its tables. */
export class XapiHandlers {
  /** @param {{ seed: string | number, events: number }} options */
  constructor(options) {
    this.world = new OpenEdxWorld(options);
    this.statements = new WorldLines(() => lines(this.world), options, 'statements');
    /** @type {StatementStore | undefined} */
    this.stored = undefined;
  }

  /**
   * @param {Asked} asked
   * @returns {Reply | undefined}
   */
  handle(asked) {
    switch (asked.path) {
      case '/xapi/statements.ndjson':
        return this.statements.reply();
      case '/xapi/lrs/statements':
        this.stored ??= new StatementStore(lines(this.world));
        return lrsPage(asked, this.stored);
      case '/xapi/tables.json':
        return json(this.world.tables());
      case '/xapi/tables-without-names.json': {
        const { course_overviews: overviews, course_blocks: blocks } = this.world.tables();
        return json({ course_overviews: overviews, course_blocks: blocks });
      }
      default:
        return undefined;
    }
  }
}

/** @param {OpenEdxWorld} world */
function* lines(world) {
  for (const { statement } of world.statements()) yield JSON.stringify(statement);
}
