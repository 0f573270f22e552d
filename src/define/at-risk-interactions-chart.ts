import { AtRiskInteractionsChart } from '../components/at-risk/at-risk-interactions-chart.js';
import { define } from './define.js';

define('at-risk-interactions-chart', AtRiskInteractionsChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-interactions-chart': AtRiskInteractionsChart;
  }
}
