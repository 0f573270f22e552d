import { AtRiskTable } from '../components/at-risk/at-risk-table.js';
import { define } from './define.js';

define('at-risk-table', AtRiskTable);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-table': AtRiskTable;
  }
}
