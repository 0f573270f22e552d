import type { SourceElement } from '../source-element.js';
import type { Notice, WidgetState } from './widget-state.js';

/** Who says a failure aloud: of widgets of one dataset the first that heard of it. */
const sayers = new WeakMap<object, Element>();

/**
 * What a widget says aloud of what fails: of its state, or that data which are shown could not be fetched anew; unless a whole around it,
 * or another widget of the same data, says the same.
 */
export function failureSaid(widget: SourceElement, state: WidgetState, notices: readonly Notice[]): string | undefined {
  const status = widget.pageDataset?.status;
  const error = status?.kind === 'error' || status?.kind === 'stale' ? status.error : undefined;
  const failed = state.kind === 'error' ? state : notices.find(({ kind }) => kind === 'stale' || kind === 'offline');
  if (failed === undefined || ('isTold' in failed && failed.isTold === true)) return undefined;
  if (error === undefined) return failed.sentence;
  const sayer = sayers.get(error);
  // A live region that is not drawn, as on a tab that is not shown, says nothing.
  if (sayer === undefined || sayer.getClientRects().length === 0) sayers.set(error, widget);
  return sayers.get(error) === widget ? failed.sentence : undefined;
}
