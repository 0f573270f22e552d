import { AtRiskSubsectionTable } from '../components/at-risk/at-risk-subsection-table.js';
import { define } from './define.js';

define('at-risk-subsection-table', AtRiskSubsectionTable);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-subsection-table': AtRiskSubsectionTable;
  }
}
