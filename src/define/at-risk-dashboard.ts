import { AtRiskDashboard } from '../components/at-risk/at-risk-dashboard.js';
import { define } from './define.js';
import './at-risk-table.js';
import './at-risk-last-visit-chart.js';
import './at-risk-never-started-table.js';
import './at-risk-track-chart.js';
import './at-risk-enrollment-chart.js';
import './at-risk-page-engagement-chart.js';
import './at-risk-section-table.js';
import './at-risk-interactions-chart.js';
import './at-risk-subsection-table.js';
import './at-risk-visits-chart.js';
import './at-risk-problem-engagement-chart.js';
import './at-risk-problem-attempts-table.js';
import './at-risk-problem-results-table.js';
import './at-risk-video-engagement-chart.js';
import './at-risk-video-table.js';
import './at-risk-video-views-chart.js';
import './at-risk-video-segments-chart.js';
import './at-risk-grade-chart.js';
import './at-risk-approval.js';
import './at-risk-help.js';
import './stats-filter-bar.js';

define('at-risk-dashboard', AtRiskDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-dashboard': AtRiskDashboard;
  }
}
