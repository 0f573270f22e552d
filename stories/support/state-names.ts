type Args = Readonly<Record<string, unknown>>;

/** What a tag's states are made from, in `parameters.states` of its stories; a state whose arguments are left out does not exist for it. */
export interface StatesOf {
  /** What the host answers when all is well. */
  readonly data: unknown;
  /** A field by which a filter of others can leave nothing. */
  readonly field?: string;
  readonly soFar?: Args;
  readonly empty?: Args;
  readonly nobody?: Args;
  readonly unknown?: Args;
  readonly hidden?: Args;
  readonly names?: Args;
}

/** The name of the story that each of these makes. */
export const NAMES: Readonly<Record<Exclude<keyof StatesOf, 'data'>, string>> = {
  soFar: 'SoFar',
  empty: 'Empty',
  nobody: 'NobodyAtRisk',
  unknown: 'NotRecorded',
  hidden: 'HiddenForPrivacy',
  names: 'NamesNotSupplied',
  field: 'FilteredToNothing',
};

/** States of the stories that `ofActivity` makes; their files do not name them. */
export const OF_ACTIVITY = ['field', 'soFar', 'empty', 'nobody', 'unknown'] as const;

/** What `ofActivity` gives for them. */
export type ActivityStates = Required<Pick<StatesOf, (typeof OF_ACTIVITY)[number]>>;

/** States that every tag has which reads data. */
export const ALWAYS = [
  'Loading',
  'Stale',
  'RefreshFailed',
  'Offline',
  'OfflineWithoutData',
  'ServerError',
  'SignedOut',
  'RightToLeft',
] as const;

export type Always = (typeof ALWAYS)[number];
