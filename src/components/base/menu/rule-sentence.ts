import { msg, plural, str } from '../../../localize/msg.js';
import { DEFAULT_AT_RISK_RULES } from '../../../metrics/at-risk.js';
import type { AtRiskRules } from '../../../workers/connect.js';

/** Who is on the list, by the rules that hold in its dataset: in one sentence, and one for each thing that counts like a visit. */
export function ruleSentence(rules: 'aspects-v8' | Partial<AtRiskRules> | undefined): string {
  if (rules === 'aspects-v8') {
    return msg('Enrolled, not passed, last visit more than 7 days ago (rules of Aspects v8).', { id: 'at-risk.rule-aspects' });
  }
  const days = rules?.inactiveDays ?? DEFAULT_AT_RISK_RULES.inactiveDays;
  return [
    msg(
      plural(days, 'Enrolled, not passed, last visit 1 or more days ago.', str`Enrolled, not passed, last visit ${days} or more days ago.`),
      { id: 'at-risk.rule' },
    ),
    ...(rules?.from === 'activity' ? [msg('Any recorded activity counts like a visit.', { id: 'at-risk.rule-activity' })] : []),
    ...(rules?.reenrollmentCounts === true ? [msg('A new enrollment counts like a visit, too.', { id: 'at-risk.rule-enrollment' })] : []),
  ].join(' ');
}
