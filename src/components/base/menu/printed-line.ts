import { msg } from '../../../localize/msg.js';
import { isLearnerField } from '../../../metrics/tables.js';
import type { ViewData } from '../../../workers/connect.js';
import type { Names } from '../clauses/clause-names.js';
import { fieldLabel } from '../text/field-label.js';
import { formatValue } from '../text/format.js';
import type { FormatOptions } from '../text/format.js';
import { interactions } from './interactions.js';
import { labelled } from '../focus/labelled.js';
import type { PageDataset } from '../dataset/page-dataset.js';

/**
 * What a page on paper says under numbers, where its badge and its menu are not: the filters that a reader has set, the timezone, and the
 * age of the data. Paper goes to others: learners are counted on it.
 */
export function printedLine({ applied }: ViewData, names: Names, options: FormatOptions, dataset: PageDataset | undefined): string {
  const generatedAt = dataset?.info?.generatedAt;
  const namesOf = (field: string): Names => (isLearnerField(field) ? new Map() : names);
  const filters = applied
    .filter(({ origin }) => origin !== 'fixed')
    .map(
      (clause) =>
        interactions()?.namedClauseText(clause, namesOf(clause.field), { ...options, style: 'exact' }) ?? fieldLabel(clause.field),
    );
  return [
    labelled(msg('Filters', { id: 'export.filters' }), filters.join('; ') || msg('none', { id: 'export.no-filters' })),
    labelled(msg('Timezone', { id: 'export.timezone' }), options.timezone),
    ...(generatedAt === undefined
      ? []
      : [labelled(msg('Data as of', { id: 'export.data-as-of' }), formatValue(generatedAt, 'instant', options))]),
  ].join(' · ');
}
