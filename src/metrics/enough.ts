/**
 * Least number of starts from which a sentence may compare an exploration with others. With fewer, one learner more or less
 * moves a rate by over 5 points, and the sentence would be about chance.
 */
export const ENOUGH_STARTS = 20;
