import { CreatorSummary } from '../components/creator/creator-summary.js';
import { define } from './define.js';

define('creator-summary', CreatorSummary);

declare global {
  interface HTMLElementTagNameMap {
    'creator-summary': CreatorSummary;
  }
}
