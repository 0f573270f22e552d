import { AtRiskLastVisitChart } from '../components/at-risk/at-risk-last-visit-chart.js';
import { define } from './define.js';

define('at-risk-last-visit-chart', AtRiskLastVisitChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-last-visit-chart': AtRiskLastVisitChart;
  }
}
