import { CreatorFeedbackList } from '../components/creator/creator-feedback-list.js';
import { define } from './define.js';

define('creator-feedback-list', CreatorFeedbackList);

declare global {
  interface HTMLElementTagNameMap {
    'creator-feedback-list': CreatorFeedbackList;
  }
}
