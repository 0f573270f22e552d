interface Supplied {
  readonly id: string;
  readonly title: string;
  readonly average_engagement_time?: number | null;
  readonly min_engagement_time?: number;
  readonly max_engagement_time?: number;
  readonly num_starts?: number;
  readonly num_completions?: number;
  readonly completion_rate?: number;
  readonly num_views?: number;
  readonly average_rating?: number | null;
  readonly num_ratings?: number;
}

const TITLES = [
  'Fractions: parts of a whole',
  'Equivalent fractions',
  'What is a ratio?',
  'Negative numbers on a number line',
  'Multiplying by tens',
  'Area of a rectangle',
  'The solar system',
  'Photosynthesis',
  'Past tense in Spanish',
  'How to read a bar chart',
  'Prime numbers',
  'Adding and subtracting decimals with different numbers of places',
];

/** Explorations of a creator in the shape of `/creatorengagementstats/<creator_id>`; the third has no known time. */
export function creatorStats(count: number): { explorations: Supplied[] } {
  return { explorations: Array.from({ length: count }, (_, at) => exploration(at)) };
}

/** The same creator on a host that records no time at all. */
export function withoutTime(count: number): { explorations: Supplied[] } {
  const explorations = creatorStats(count).explorations.map(({ id, title, num_starts = 0, num_completions = 0 }) => ({
    id,
    title,
    num_starts,
    num_completions,
  }));
  return { explorations };
}

function exploration(at: number): Supplied {
  const starts = 40 + ((at * 373) % 900);
  const title = TITLES[at % TITLES.length] ?? '';
  const common = {
    id: `exp${String(at).padStart(4, '0')}`,
    title: at < TITLES.length ? title : `${title} (${Math.floor(at / TITLES.length) + 1})`,
    num_starts: starts,
    num_views: starts,
    num_completions: Math.round(starts * (0.25 + ((at * 17) % 60) / 100)),
    average_rating: at % 5 === 4 ? null : 3 + ((at * 7) % 20) / 10,
    num_ratings: at % 5 === 4 ? 0 : 2 + ((at * 11) % 60),
  };
  if (at % 12 === 2) return { ...common, average_engagement_time: null };
  const average = 60 + ((at * 97) % 420);
  return {
    ...common,
    average_engagement_time: average,
    min_engagement_time: Math.round(average * 0.2),
    max_engagement_time: Math.round(average * 2.4),
  };
}
