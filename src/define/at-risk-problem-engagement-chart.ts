import { AtRiskProblemEngagementChart } from '../components/at-risk/at-risk-problem-engagement-chart.js';
import { define } from './define.js';

define('at-risk-problem-engagement-chart', AtRiskProblemEngagementChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-problem-engagement-chart': AtRiskProblemEngagementChart;
  }
}
