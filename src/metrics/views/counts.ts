import type { ViewSpec } from '../types.js';

/** How many learners are on the list: one group, column `learners`. */
export const LISTED_LEARNERS: ViewSpec = {
  id: 'dataset.listed-learners',
  table: 'enrollments',
  where: [{ field: 'listed', in: [true] }],
  by: [],
  measures: [{ metric: 'at-risk.learners', as: 'learners' }],
};

/** The creator's explorations; their number is the answer's `total`. */
export const EXPLORATIONS: ViewSpec = { id: 'dataset.explorations', table: 'explorations', select: ['exploration'], limit: 1 };

/** Learners in courses, whatever is known of them; their number is the answer's `total`. */
export const ENROLLMENTS: ViewSpec = { id: 'dataset.enrollments', table: 'enrollments', select: ['actor_id'], limit: 1 };
