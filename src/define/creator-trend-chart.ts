import { CreatorTrendChart } from '../components/creator/creator-trend-chart.js';
import { define } from './define.js';

define('creator-trend-chart', CreatorTrendChart);

declare global {
  interface HTMLElementTagNameMap {
    'creator-trend-chart': CreatorTrendChart;
  }
}
