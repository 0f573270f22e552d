import { AtRiskVisitsChart } from '../components/at-risk/at-risk-visits-chart.js';
import { define } from './define.js';

define('at-risk-visits-chart', AtRiskVisitsChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-visits-chart': AtRiskVisitsChart;
  }
}
