import { AtRiskProblemResultsTable } from '../components/at-risk/at-risk-problem-results-table.js';
import { define } from './define.js';

define('at-risk-problem-results-table', AtRiskProblemResultsTable);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-problem-results-table': AtRiskProblemResultsTable;
  }
}
