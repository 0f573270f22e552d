import { StatsDataset } from '../components/filters/stats-dataset.js';
import { define } from './define.js';

define('stats-dataset', StatsDataset);

declare global {
  interface HTMLElementTagNameMap {
    'stats-dataset': StatsDataset;
  }
}
