import type { SourceElement } from './source-element.js';
import type { WidgetState } from './widget-state.js';

/** Who says a failure aloud: of widgets of one dataset the first that heard of it. */
const sayers = new WeakMap<object, Element>();

/** What a widget says aloud of its state: its failure, unless a whole around it, or another widget of the same data, says the same. */
export function failureSaid(widget: SourceElement, state: WidgetState): string | undefined {
  if (state.kind !== 'error' || state.isTold === true) return undefined;
  const status = widget.pageDataset?.status;
  if (status?.kind !== 'error') return state.sentence;
  const sayer = sayers.get(status.error);
  // A live region that is not drawn, as on a tab that is not shown, says nothing.
  if (sayer === undefined || sayer.getClientRects().length === 0) sayers.set(status.error, widget);
  return sayers.get(status.error) === widget ? state.sentence : undefined;
}
