import './define/stats-dataset.js';
import './define/stats-filter-bar.js';
import './define/creator-engagement-chart.js';
import './define/creator-exploration-table.js';
import './define/creator-feedback-list.js';
import './define/creator-insights.js';
import './define/creator-attempts-chart.js';
import './define/creator-comparison.js';
import './define/creator-demographics-chart.js';
import './define/creator-dropoff-chart.js';
import './define/creator-rating-chart.js';
import './define/creator-stats-report.js';
import './define/creator-summary.js';
import './define/creator-trend-chart.js';

export * from './api.js';
