import { CreatorDemographicsChart } from '../components/creator/creator-demographics-chart.js';
import { define } from './define.js';

define('creator-demographics-chart', CreatorDemographicsChart);

declare global {
  interface HTMLElementTagNameMap {
    'creator-demographics-chart': CreatorDemographicsChart;
  }
}
