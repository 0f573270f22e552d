import { CreatorStatsReport } from '../components/creator/creator-stats-report.js';
import './creator-attempts-chart.js';
import './creator-comparison.js';
import './creator-demographics-chart.js';
import './creator-dropoff-chart.js';
import './creator-engagement-chart.js';
import './creator-exploration-table.js';
import './creator-feedback-list.js';
import './creator-insights.js';
import './creator-rating-chart.js';
import './creator-summary.js';
import './creator-trend-chart.js';
import { define } from './define.js';

define('creator-stats-report', CreatorStatsReport);

declare global {
  interface HTMLElementTagNameMap {
    'creator-stats-report': CreatorStatsReport;
  }
}
