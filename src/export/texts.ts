import { msg, str } from '../localize/msg.js';
import type { Unit, Value } from '../metrics/types.js';

/** Every word that an export adds to the data, in the reader's language. */
export interface ExportTexts {
  /** Stands where a number is withheld. */
  readonly hidden: string;
  /** Stands where a value is unknown, in formats for the eye. */
  readonly unknown: string;
  readonly title: string;
  readonly filters: string;
  readonly noFilters: string;
  readonly timezone: string;
  readonly dataAsOf: string;
  readonly countedTo: string;
  readonly atRisk: string;
  readonly generatedAt: string;
  readonly notes: string;
  readonly definitions: string;
  readonly part: string;
  readonly column: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly formula: string;
  readonly edgeCases: string;
  readonly source: string;
  /** Units that stand in brackets after a label, where the bare number does not say. */
  readonly units: ReadonlyMap<Unit, string>;
  readonly page: (page: number, pages: number) => string;
  readonly rows: (here: number, total: number) => string;
  /** A known value as a reader's language writes it; instants are epoch milliseconds. */
  readonly value: (value: NonNullable<Value>, unit: Unit) => string;
}

/** The words in the language that is set now; `value` writes a known value exactly. */
export function exportTexts(value: ExportTexts['value']): ExportTexts {
  return {
    hidden: msg('hidden', { id: 'export.hidden' }),
    unknown: '–',
    title: msg('Title', { id: 'export.title' }),
    filters: msg('Filters', { id: 'export.filters' }),
    noFilters: msg('none', { id: 'export.no-filters' }),
    timezone: msg('Timezone', { id: 'export.timezone' }),
    dataAsOf: msg('Data as of', { id: 'export.data-as-of' }),
    countedTo: msg('Counted to', { id: 'export.counted-to' }),
    atRisk: msg('At risk', { id: 'export.at-risk' }),
    generatedAt: msg('Exported', { id: 'export.generated-at' }),
    notes: msg('Notes', { id: 'export.notes' }),
    definitions: msg('How this is counted', { id: 'export.definitions' }),
    part: msg('Part', { id: 'export.part' }),
    column: msg('Column', { id: 'export.column' }),
    label: msg('Label', { id: 'export.label' }),
    unit: msg('Unit', { id: 'export.unit' }),
    definition: msg('Definition', { id: 'export.definition' }),
    formula: msg('Formula', { id: 'export.formula' }),
    edgeCases: msg('Special cases', { id: 'export.edge-cases' }),
    source: msg('Source', { id: 'export.source' }),
    units: new Map<Unit, string>([
      ['seconds', msg('seconds', { id: 'export.unit.seconds' })],
      ['days', msg('days', { id: 'export.unit.days' })],
      ['fraction', msg('fraction', { id: 'export.unit.fraction' })],
      ['instant', 'UTC'],
    ]),
    page: (page, pages) => msg(str`Page ${page} of ${pages}`, { id: 'export.page' }),
    rows: (here, total) => msg(str`${here} of ${total} rows`, { id: 'export.rows' }),
    value,
  };
}
