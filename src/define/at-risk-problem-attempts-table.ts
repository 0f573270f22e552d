import { AtRiskProblemAttemptsTable } from '../components/at-risk/at-risk-problem-attempts-table.js';
import { define } from './define.js';

define('at-risk-problem-attempts-table', AtRiskProblemAttemptsTable);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-problem-attempts-table': AtRiskProblemAttemptsTable;
  }
}
