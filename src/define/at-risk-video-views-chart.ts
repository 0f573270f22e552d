import { AtRiskVideoViewsChart } from '../components/at-risk/at-risk-video-views-chart.js';
import { define } from './define.js';

define('at-risk-video-views-chart', AtRiskVideoViewsChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-video-views-chart': AtRiskVideoViewsChart;
  }
}
