import { AtRiskApproval } from '../components/at-risk/at-risk-approval.js';
import { define } from './define.js';

define('at-risk-approval', AtRiskApproval);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-approval': AtRiskApproval;
  }
}
