import { CreatorEngagementChart } from '../components/creator/creator-engagement-chart.js';
import { define } from './define.js';

define('creator-engagement-chart', CreatorEngagementChart);

declare global {
  interface HTMLElementTagNameMap {
    'creator-engagement-chart': CreatorEngagementChart;
  }
}
