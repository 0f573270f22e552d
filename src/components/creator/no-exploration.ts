import { msg } from '../../localize/msg.js';
import type { WidgetState } from '../base/widget-state.js';

/** The state of a creator's widget without any exploration. */
export function noExploration(): WidgetState {
  return { kind: 'empty', sentence: msg('There is no exploration yet.', { id: 'creator.empty' }) };
}
