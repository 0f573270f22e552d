import { AtRiskTrackChart } from '../components/at-risk/at-risk-track-chart.js';
import { define } from './define.js';

define('at-risk-track-chart', AtRiskTrackChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-track-chart': AtRiskTrackChart;
  }
}
