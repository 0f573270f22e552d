import { msg, str } from '@lit/localize';
import { DEFAULT_AT_RISK_RULES } from '../../metrics/at-risk.js';
import type { AtRiskRules } from '../../workers/connect.js';

/** Who is on the list, in one sentence, by the rules that the element names. */
export function ruleSentence(rules: string | Partial<AtRiskRules> | undefined): string {
  if (rules === 'aspects-v8') {
    return msg('Enrolled, not passed, last visit more than 7 days ago (rules of Aspects v8).', { id: 'at-risk.rule-aspects' });
  }
  const days = inactiveDays(rules);
  return msg(str`Enrolled, not passed, last visit ${days} or more days ago.`, { id: 'at-risk.rule' });
}

function inactiveDays(rules: string | Partial<AtRiskRules> | undefined): number {
  if (typeof rules === 'object') return rules.inactiveDays ?? DEFAULT_AT_RISK_RULES.inactiveDays;
  return DEFAULT_AT_RISK_RULES.inactiveDays;
}
