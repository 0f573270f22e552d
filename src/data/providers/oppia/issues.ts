import type { Checked } from '../checked.js';

/** What Oppia noted about a card in sampled plays. One that is about several cards is listed for each. */
export interface CardIssue {
  readonly exploration: string;
  readonly state: string;
  readonly issue: IssueKind;
}

/** Learners left within five minutes; gave several wrong answers in a row; went round and round between cards. */
export type IssueKind = 'early-quit' | 'wrong-answers' | 'round-and-round';

const KINDS: Readonly<Record<string, IssueKind>> = {
  EarlyQuit: 'early-quit',
  MultipleIncorrectSubmissions: 'wrong-answers',
  CyclicStateTransitions: 'round-and-round',
};

/**
 * The body of `/issuesdatahandler/<id>`: which cards, and what; undefined where it has no list. How often is not read: only some plays
 * are looked at, and at most five are kept for each. Playthroughs, which hold answers, are not asked for. Kinds that are not known are left
 * out.
 */
export function readIssues(exploration: string, body: Checked): CardIssue[] | undefined {
  const issues = body.get('unresolved_issues');
  if (!issues.known) return undefined;
  const found = new Map<string, CardIssue>();
  for (const item of issues.items()) {
    const issue = KINDS[item.get('issue_type').name()];
    if (issue === undefined || item.get('is_valid').value === false) continue;
    for (const state of cardsOf(item.get('issue_customization_args'))) found.set(`${issue} ${state}`, { exploration, state, issue });
  }
  return [...found.values()];
}

function cardsOf(args: Checked): readonly string[] {
  if (!args.known) return [];
  const value = (name: string): Checked | undefined => (args.get(name).known ? args.get(name).get('value') : undefined);
  const one = value('state_name')?.text();
  return [...(one === undefined || one === null ? [] : [one]), ...(value('state_names')?.items() ?? []).map((name) => name.name())];
}
