import { AtRiskEnrollmentChart } from '../components/at-risk/at-risk-enrollment-chart.js';
import { define } from './define.js';

define('at-risk-enrollment-chart', AtRiskEnrollmentChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-enrollment-chart': AtRiskEnrollmentChart;
  }
}
