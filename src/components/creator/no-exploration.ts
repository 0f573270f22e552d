import { msg, str } from '../../localize/msg.js';
import type { WidgetState } from '../base/states/widget-state.js';

/** The state of a creator's widget without any exploration, or without the one that its attribute names. */
export function noExploration(named?: string | null): WidgetState {
  const sentence = named ? msg(str`No exploration has the id “${named}”.`, { id: 'creator.none-of-id' }) : noExplorationYet();
  return { kind: 'empty', sentence };
}

/** Said of a creator without any exploration. */
export function noExplorationYet(): string {
  return msg('There is no exploration yet.', { id: 'creator.empty' });
}

/** Said where there are no ratings, of which there could be a mean. */
export function nobodyRated(): string {
  return msg('Nobody has rated yet.', { id: 'creator-rating-chart.empty' });
}

/** Said where there are no starts, of which there could be a share. */
export function nobodyStarted(): string {
  return msg('Nobody has started yet.', { id: 'creator.not-started' });
}

/** Said of a number that some explorations have and others do not. */
export function unknownOfSome(): string {
  return msg('Not known of every exploration.', { id: 'creator-summary.some-unknown' });
}
