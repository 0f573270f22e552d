import { AtRiskGradeChart } from '../components/at-risk/at-risk-grade-chart.js';
import { define } from './define.js';

define('at-risk-grade-chart', AtRiskGradeChart);

declare global {
  interface HTMLElementTagNameMap {
    'at-risk-grade-chart': AtRiskGradeChart;
  }
}
