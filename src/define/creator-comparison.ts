import { CreatorComparison } from '../components/creator/creator-comparison.js';
import { define } from './define.js';

define('creator-comparison', CreatorComparison);

declare global {
  interface HTMLElementTagNameMap {
    'creator-comparison': CreatorComparison;
  }
}
