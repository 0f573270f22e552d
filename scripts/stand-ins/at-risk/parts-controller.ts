import type { PartsController as Whole } from '../../../src/components/base/dataset/parts-controller.js';
import type { WidgetState } from '../../../src/components/base/states/widget-state.js';

/** Of data without parts: a host is never asked to call it, so what is declared alone is not there. */
export class PartsController implements Pick<Whole, keyof Whole> {
  readonly isTold = true;
  readonly notices: Whole['notices'] = [];
  declare readonly hostConnected: Whole['hostConnected'];
  declare readonly hostDisconnected: Whole['hostDisconnected'];
  declare readonly hostUpdated: Whole['hostUpdated'];

  instead(state: WidgetState): WidgetState {
    return state;
  }
}
