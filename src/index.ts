import './define/stats-dataset.js';
import './define/creator-engagement-chart.js';
import './define/creator-exploration-table.js';
import './define/creator-feedback-list.js';
import './define/creator-insights.js';
import './define/at-risk-table.js';
import './define/at-risk-track-chart.js';
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
  ErrorDetail, FilterChangeDetail, FilterDetail, LoadDetail, ProgressDetail, SelectDetail, StatsEventMap,
} from './components/base/events.js';
export { configureWorker, purge } from './workers/connect.js';
export { VERSION } from './define/define.js';
