import type * as whole from '../../../src/data/part-need.js';

export const partNeed: typeof whole.partNeed = () => undefined;
