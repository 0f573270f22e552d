import type * as whole from '../../../src/components/base/audience/groups.js';

/** Learners at risk alone are seen in groups. */
export const groups = (): undefined => undefined;

/** Asked for where learners are seen in groups, so by nothing of this script. */
export const needGroups = groups as typeof groups & typeof whole.needGroups;
