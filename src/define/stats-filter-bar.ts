import { StatsFilterBar } from '../components/filters/stats-filter-bar.js';
import { define } from './define.js';

define('stats-filter-bar', StatsFilterBar);

declare global {
  interface HTMLElementTagNameMap {
    'stats-filter-bar': StatsFilterBar;
  }
}
