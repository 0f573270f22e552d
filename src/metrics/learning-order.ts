/** How learners come from card to card of one exploration: by its own structure, or as sessions went. */
export interface CardWays {
  /** The cards with which learners begin, the likeliest first. */
  readonly first: readonly string[];
  /** The cards that may follow a card, the likeliest first. */
  readonly next: ReadonlyMap<string, readonly string[]>;
}

/** A card, and how many sessions reached it; null is unknown. */
export interface ReachedCard {
  readonly card: string | null;
  readonly reached: number | null;
}

/** Where the order of cards comes from: the exploration's own structure, the log of sessions, or how many sessions reached each. */
export type CardOrderSource = 'structure' | 'sessions' | 'reached';

/**
 * Cards in the order in which learners meet them. A card comes after every card that leads to it, ways back (loops) left out: those
 * that lead to a card on the way from a first one. Among cards that may come next, an end (no way leads on from it, nor back) waits for
 * the others; else the one that is fewest steps from a first card comes first, then the most reached, then the one that the host names
 * first. Cards to which no way leads come last, the most reached first. Cards of the ways that are not among `cards` (renamed,
 * deleted) are passed through.
 */
export function inLearningOrder<T extends ReachedCard>(cards: readonly T[], ways: CardWays): T[] {
  const forward = withoutWaysBack(ways);
  const steps = stepsFromFirst(ways);
  const reach = mostReached(cards);
  const byName = new Map(reach.map((card, at) => [card.card, { card, at }]));
  const place = (name: string): number => byName.get(name)?.at ?? reach.length;
  const isEnd = (name: string): number => ((ways.next.get(name)?.length ?? 0) === 0 ? 1 : 0);
  const open = new Map<string, number>();
  for (const [name, next] of forward) {
    if (!open.has(name)) open.set(name, 0);
    for (const to of next) open.set(to, (open.get(to) ?? 0) + 1);
  }
  const ordered: T[] = [];
  const ready = [...open.keys()].filter((name) => open.get(name) === 0);
  while (ready.length > 0) {
    ready.sort((a, b) => isEnd(a) - isEnd(b) || (steps.get(a) ?? 0) - (steps.get(b) ?? 0) || place(a) - place(b));
    const name = ready.shift() ?? '';
    const found = byName.get(name);
    if (found !== undefined) ordered.push(found.card);
    for (const to of forward.get(name) ?? []) {
      const left = (open.get(to) ?? 0) - 1;
      open.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return [...ordered, ...reach.filter(({ card }) => card === null || !open.has(card))];
}

/** Cards by how many sessions reached them, the most first; where that is equal in the order that is given, unknown ones last. */
export function mostReached<T extends ReachedCard>(cards: readonly T[]): T[] {
  return [...cards].sort((a, b) => (b.reached ?? -1) - (a.reached ?? -1));
}

/** The ways that sessions took, from the cards that each entered in turn: the most travelled first. */
export function waysOfPaths(paths: Iterable<readonly string[]>): CardWays {
  const [starts, steps] = [new Map<string, number>(), new Map<string, Map<string, number>>()];
  for (const path of paths) {
    path.forEach((card, at) => {
      const before = path[at - 1];
      if (before === undefined) return add(starts, card);
      const next = steps.get(before) ?? new Map<string, number>();
      steps.set(before, next);
      add(next, card);
    });
  }
  return { first: mostFirst(starts), next: new Map([...steps].map(([card, next]) => [card, mostFirst(next)])) };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}

/** The ways from each card that can be reached, without those that lead back to a card on the way to it. */
function withoutWaysBack({ first, next }: CardWays): ReadonlyMap<string, readonly string[]> {
  const forward = new Map<string, string[]>();
  const underWay = new Set<string>();
  for (const start of first) {
    // A stack of our own: explorations of thousands of cards in a row would fill that of the language.
    const stack = [{ card: start, at: -1 }];
    for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
      if (top.at < 0) {
        if (forward.has(top.card)) {
          stack.pop();
          continue;
        }
        forward.set(top.card, []);
        underWay.add(top.card);
      }
      const to = next.get(top.card)?.[++top.at];
      if (to === undefined) {
        underWay.delete(top.card);
        stack.pop();
      } else if (!underWay.has(to)) {
        forward.get(top.card)?.push(to);
        stack.push({ card: to, at: -1 });
      }
    }
  }
  return forward;
}

/** Fewest steps from a first card to each card that can be reached. */
function stepsFromFirst({ first, next }: CardWays): ReadonlyMap<string, number> {
  const steps = new Map(first.map((card) => [card, 0]));
  // Grows while it is walked.
  for (const [card, count] of steps) for (const to of next.get(card) ?? []) if (!steps.has(to)) steps.set(to, count + 1);
  return steps;
}
