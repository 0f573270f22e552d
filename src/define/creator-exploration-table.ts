import { CreatorExplorationTable } from '../components/creator/creator-exploration-table.js';
import { define } from './define.js';

define('creator-exploration-table', CreatorExplorationTable);

declare global {
  interface HTMLElementTagNameMap {
    'creator-exploration-table': CreatorExplorationTable;
  }
}
