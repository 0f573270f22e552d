import { CreatorRatingChart } from '../components/creator/creator-rating-chart.js';
import { define } from './define.js';

define('creator-rating-chart', CreatorRatingChart);

declare global {
  interface HTMLElementTagNameMap {
    'creator-rating-chart': CreatorRatingChart;
  }
}
