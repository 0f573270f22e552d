import { AtRiskPageEngagementChart } from '../components/at-risk/at-risk-page-engagement-chart.js';
import { define } from './define.js';

define('at-risk-page-engagement-chart', AtRiskPageEngagementChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-page-engagement-chart': AtRiskPageEngagementChart;
  }
}
