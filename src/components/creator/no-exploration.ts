import { msg } from '../../localize/msg.js';
import type { WidgetState } from '../base/widget-state.js';

/** The state of a creator's widget without any exploration. */
export function noExploration(): WidgetState {
  return { kind: 'empty', sentence: msg('There is no exploration yet.', { id: 'creator.empty' }) };
}

/** Said where there are no ratings, of which there could be a mean. */
export function nobodyRated(): string {
  return msg('Nobody has rated yet.', { id: 'creator-rating-chart.empty' });
}

/** Said where there are no starts, of which there could be a share. */
export function nobodyStarted(): string {
  return msg('Nobody has started yet.', { id: 'creator.not-started' });
}
