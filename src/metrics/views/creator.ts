import type { ViewSpec } from '../types.js';

/** The views of the Creator Stats Report. */
export const CREATOR_VIEWS: ReadonlyMap<string, ViewSpec> = new Map();
