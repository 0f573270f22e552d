import { AtRiskSectionTable } from '../components/at-risk/at-risk-section-table.js';
import { define } from './define.js';

define('at-risk-section-table', AtRiskSectionTable);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-section-table': AtRiskSectionTable;
  }
}
