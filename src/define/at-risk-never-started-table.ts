import { AtRiskNeverStartedTable } from '../components/at-risk/at-risk-never-started-table.js';
import { define } from './define.js';

define('at-risk-never-started-table', AtRiskNeverStartedTable);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-never-started-table': AtRiskNeverStartedTable;
  }
}
