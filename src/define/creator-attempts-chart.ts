import { CreatorAttemptsChart } from '../components/creator/creator-attempts-chart.js';
import { define } from './define.js';

define('creator-attempts-chart', CreatorAttemptsChart);

declare global {
  interface HTMLElementTagNameMap {
    'creator-attempts-chart': CreatorAttemptsChart;
  }
}
