import { createContext } from '@lit/context';
import type { PageDataset } from './page-dataset.js';

/**
 * The dataset that a `<stats-dataset>` or a dashboard gives to the widgets inside it. Copies of this library on one page share the key, as
 * one of them may have defined the provider and another the widget; a `PageDataset` of another shape gets another number.
 */
export const datasetContext = createContext<PageDataset | undefined>(Symbol.for('learner-elements-dataset-1'));
