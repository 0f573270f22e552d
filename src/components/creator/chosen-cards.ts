import type { Clause, Value } from '../../metrics/types.js';

/**
 * Whether a chart has chosen cards without their exploration, as an old link does or a filter that was cleared alone, or of another
 * exploration than `shown`: they would be those of the same names in others.
 */
export function hasStrayCards(cards: readonly Value[], of: readonly Value[], shown: string | undefined): boolean {
  return cards.length > 0 && (of.length === 0 || (shown !== undefined && !of.includes(shown)));
}

/**
 * Clauses without those by which charts choose cards: these name the exploration of a card too, and leave others beside it in their places.
 */
export function withoutCards(clauses: readonly Clause[]): readonly Clause[] {
  const ofCards = new Set(clauses.filter(({ field }) => field === 'state').map(({ origin }) => origin));
  return clauses.filter(({ origin }) => !ofCards.has(origin));
}
