import { AtRiskVideoSegmentsChart } from '../components/at-risk/at-risk-video-segments-chart.js';
import { define } from './define.js';

define('at-risk-video-segments-chart', AtRiskVideoSegmentsChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-video-segments-chart': AtRiskVideoSegmentsChart;
  }
}
