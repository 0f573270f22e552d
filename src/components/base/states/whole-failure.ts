import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SourceElement } from '../source-element.js';
import { failed } from './state-of.js';
import { renderAlert } from './states.js';

/** Room below what a whole says of its failure. */
export const wholeFailureStyles = css`
  .failure > * {
    margin-block-end: var(--_space-4);
  }
`;

/** Once for all parts of a whole that nothing could be loaded, with the way to try again; its parts are told around. */
export function renderWholeFailure(whole: SourceElement): TemplateResult {
  const status = whole.pageDataset?.status;
  const error = whole.audienceSettings.error ?? (status?.kind === 'error' ? status.error : undefined);
  const state = error && failed(error);
  const alert = state?.kind === 'error' ? renderAlert(state, { retry: () => void whole.refresh() }) : nothing;
  return html`<div class="failure" role="status">${alert}</div>`;
}
