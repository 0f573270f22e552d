import { CreatorDropoffChart } from '../components/creator/creator-dropoff-chart.js';
import { define } from './define.js';

define('creator-dropoff-chart', CreatorDropoffChart);

declare global {
  interface HTMLElementTagNameMap {
    'creator-dropoff-chart': CreatorDropoffChart;
  }
}
