import { css } from 'lit';

/** Declarations of a control that a reader types into, chooses from or presses. */
export const CONTROL = css`
  min-block-size: var(--_row);
  padding: 0 var(--_space-2);
  color: var(--_text);
  background: var(--_surface);
  border: var(--_hairline) solid var(--_axis);
  border-radius: var(--_radius-control);
`;

/** Declarations of the arrow of what opens. */
export const ARROW = css`
  content: '';
  flex: none;
  inline-size: 0.375rem;
  block-size: 0.375rem;
  margin-block-end: 0.1875rem;
  border: solid var(--_muted);
  border-width: 0 var(--_stroke) var(--_stroke) 0;
  rotate: 45deg;
`;

/** Declarations of a card that opens under its control, over what stands below. */
export const DROPPED = css`
  position: absolute;
  z-index: 3;
  inset-block-start: calc(100% + var(--_space-1));
  display: grid;
  inline-size: max-content;
  padding: var(--_space-3);
  background: var(--_surface);
  border: var(--_hairline) solid var(--_border);
  border-radius: var(--_radius-card);
  box-shadow: var(--_shadow);
`;
