import { createContext } from '@lit/context';
import type { PageDataset } from './page-dataset.js';

/** The dataset that a `<stats-dataset>` or a dashboard gives to the widgets inside it. */
export const datasetContext = createContext<PageDataset | undefined>(Symbol('learner-elements-dataset'));
