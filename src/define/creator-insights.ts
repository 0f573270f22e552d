import { CreatorInsights } from '../components/creator/creator-insights.js';
import { define } from './define.js';

define('creator-insights', CreatorInsights);

declare global {
  interface HTMLElementTagNameMap {
    'creator-insights': CreatorInsights;
  }
}
