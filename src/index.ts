import './define/stats-dataset.js';
import './define/creator-engagement-chart.js';
import './define/creator-exploration-table.js';
import './define/creator-feedback-list.js';
import './define/creator-insights.js';
import './define/at-risk-table.js';
import './define/at-risk-track-chart.js';

export type {
  ErrorDetail, FilterChangeDetail, FilterDetail, LoadDetail, ProgressDetail, SelectDetail, StatsEventMap,
} from './components/base/events.js';
export { configureWorker, purge } from './workers/connect.js';
export { VERSION } from './define/define.js';
