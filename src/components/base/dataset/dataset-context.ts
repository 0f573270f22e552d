import { createContext } from '@lit/context';
import type { AudienceSettings } from '../audience/audience.js';
import type { PageDataset } from './page-dataset.js';

/** What an element gives to the widgets inside it. */
export interface SurroundingDataset {
  readonly dataset: PageDataset | undefined;
  readonly audience: AudienceSettings;
}

/**
 * The dataset that a `<stats-dataset>`, dashboard or report gives to the widgets inside it, and who reads them. The key is the same in all
 * copies of the library on a page, so that widgets of one find the dataset of another (docs/hosts/README.md says which copies work
 * together). Its number is raised when the shape of the value changes.
 */
export const datasetContext = createContext<SurroundingDataset | undefined>(Symbol.for('learner-elements-dataset-3'));
