/** Sessions of one exploration, and those of them whose time is unknown. */
export interface CountedSessions {
  readonly sessions: number | null;
  readonly unknown: number | null;
}

/**
 * Of how many sessions the average time of an exploration is: of those whose time is known, and unknown where one of the counts is. Where
 * no exploration is told of how many sessions the time is unknown (`isOfAll`), averages count as those of all sessions.
 */
export function timedSessions({ sessions, unknown }: CountedSessions, isOfAll: boolean): number | null {
  if (isOfAll) return sessions;
  return sessions === null || unknown === null ? null : sessions - unknown;
}
