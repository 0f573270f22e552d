import { AtRiskVideoEngagementChart } from '../components/at-risk/at-risk-video-engagement-chart.js';
import { define } from './define.js';

define('at-risk-video-engagement-chart', AtRiskVideoEngagementChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-video-engagement-chart': AtRiskVideoEngagementChart;
  }
}
