/** Ends of ranges of instants that are open: the first and the last moment that a date can be. */
export const OPEN_START = -8.64e15;
export const OPEN_END = 8.64e15;
