import './define/stats-dataset.js';
import './define/creator-engagement-chart.js';
import './define/creator-exploration-table.js';
import './define/creator-feedback-list.js';
import './define/creator-insights.js';
import './define/creator-attempts-chart.js';
import './define/creator-demographics-chart.js';
import './define/creator-dropoff-chart.js';
import './define/creator-rating-chart.js';
import './define/creator-stats-report.js';
import './define/creator-summary.js';
import './define/creator-trend-chart.js';
import './define/at-risk-table.js';
import './define/at-risk-track-chart.js';
import './define/at-risk-last-visit-chart.js';
import './define/at-risk-enrollment-chart.js';
import './define/at-risk-page-engagement-chart.js';
import './define/at-risk-interactions-chart.js';
import './define/at-risk-visits-chart.js';
import './define/at-risk-problem-engagement-chart.js';
import './define/at-risk-video-engagement-chart.js';
import './define/at-risk-video-views-chart.js';
import './define/at-risk-video-segments-chart.js';
import './define/at-risk-grade-chart.js';
import './define/stats-filter-bar.js';
import './define/at-risk-never-started-table.js';
import './define/at-risk-section-table.js';
import './define/at-risk-subsection-table.js';
import './define/at-risk-problem-attempts-table.js';
import './define/at-risk-problem-results-table.js';
import './define/at-risk-video-table.js';
import './define/at-risk-approval.js';
import './define/at-risk-help.js';
import './define/at-risk-dashboard.js';

export type {
  ErrorDetail,
  FilterChangeDetail,
  FilterDetail,
  LoadDetail,
  ProgressDetail,
  SelectDetail,
  StatsEventMap,
} from './components/base/events.js';
export { configureWorker, purge } from './workers/connect.js';
export { VERSION } from './define/define.js';
