import { createContext } from '@lit/context';
import type { Readers } from './audience.js';
import type { PageDataset } from './page-dataset.js';

/** What an element gives to the widgets inside it. */
export interface SurroundingDataset {
  readonly dataset: PageDataset | undefined;
  readonly readers: Readers;
}

/**
 * The dataset that a `<stats-dataset>` or a dashboard gives to the widgets inside it, and who reads them. Copies of this library on one page share the key, as
 * one of them may have defined the provider and another the widget; what is given in another shape gets another number.
 */
export const datasetContext = createContext<SurroundingDataset | undefined>(Symbol.for('learner-elements-dataset-2'));
