/** What learners engage with: pages visited, problems responded to, videos watched. */
export type EngagementKind = 'page' | 'problem' | 'video';

/** Labels of a kind: nothing, something, everything. */
export type EngagementLabels = readonly [none: string, some: string, all: string];

/** The words of Open edX Aspects, by kind. */
export const ENGAGEMENT_LABELS: Readonly<Record<EngagementKind, EngagementLabels>> = {
  page: ['No pages viewed yet', 'At least one page viewed', 'All pages viewed'],
  problem: ['No problems attempted yet', 'At least one problem attempted', 'All problems attempted'],
  video: ['No videos viewed yet', 'At least one video viewed', 'All videos viewed'],
};

/**
 * How far a learner got in a section or subsection: 0 of 4 is the first label, 3 of 4 the second, 4 of 4 the third.
 * As in Open edX Aspects "all" means exactly as many as there are.
 */
export function engagementLabel(kind: EngagementKind, touched: number, items: number): string {
  const [none, some, all] = ENGAGEMENT_LABELS[kind];
  if (touched === 0) return none;
  return touched === items ? all : some;
}
