import { AtRiskVideoTable } from '../components/at-risk/at-risk-video-table.js';
import { define } from './define.js';

define('at-risk-video-table', AtRiskVideoTable);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-video-table': AtRiskVideoTable;
  }
}
