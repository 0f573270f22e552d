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
