import { outsideZone } from '../../../workers/connect.js';

/** For `keydown` of a `<details>` that opens a card: Esc closes it, and the focus goes back to what opened it. */
export function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget;
  if (event.key !== 'Escape' || !(details instanceof HTMLDetailsElement) || !details.open) return;
  details.open = false;
  details.querySelector('summary')?.focus();
  event.stopPropagation();
}

/** For `focusout` of such a `<details>`: it closes when the focus goes to something else. */
export function closeOnLeave(event: FocusEvent): void {
  const [details, to] = [event.currentTarget, event.relatedTarget];
  if (details instanceof HTMLDetailsElement && to instanceof Node && !details.contains(to)) details.open = false;
}

/** For `toggle` of such a `<details>`: while it is open, pressing anywhere else closes it. */
export function closeOnPressOutside(event: Event): void {
  const details = event.currentTarget;
  if (!(details instanceof HTMLDetailsElement) || !details.open) return;
  const press = (pressed: Event): void => {
    if (details.open && pressed.composedPath().includes(details)) return;
    details.open = false;
    document.removeEventListener('pointerdown', press);
  };
  outsideZone(() => document.addEventListener('pointerdown', press));
}
