import { TableBuilder } from '../../table.js';
import type { ColumnType } from '../../../metrics/tables.js';
import type { Table } from '../../table.js';
import type { XapiEvent } from './statement.js';

/** Columns of the snapshot's `xapi_events`: one row a statement, as `XapiEvent` describes. */
const COLUMNS: Readonly<Record<keyof XapiEvent, ColumnType>> = {
  id: 'category',
  kind: 'category',
  verb: 'category',
  actor_id: 'category',
  course_key: 'category',
  block_id: 'category',
  url: 'category',
  time: 'time',
  day_only: 'boolean',
  track: 'category',
  of_course: 'boolean',
  state: 'category',
  score: 'number',
  success: 'boolean',
  attempt: 'number',
  position: 'number',
  length: 'number',
};

/** Collects events; of statements with the same id the first is kept. */
export class EventsBuilder {
  #ids = new Set<string>();
  #rows = new TableBuilder('xapi_events', COLUMNS);

  /** Statements kept so far. */
  get length(): number {
    return this.#rows.length;
  }

  /** Whether the event is kept. */
  add(event: XapiEvent): boolean {
    if (event.id !== null) {
      if (this.#ids.has(event.id)) return false;
      this.#ids.add(event.id);
    }
    this.#rows.push({ ...event });
    return true;
  }

  build(): Table {
    return this.#rows.build();
  }
}
