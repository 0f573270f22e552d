let touched: Element | undefined;

/** What a reader had a hand on last. */
export function lastTouched(): Element | undefined {
  return touched;
}

/** Gives it the focus, in a card that is open. */
function touch(element: HTMLElement | SVGElement): void {
  const card = element.closest('details');
  if (card !== null && !element.matches('summary')) card.open = true;
  element.focus({ preventScroll: true });
  if (element.matches(':focus')) touched = element;
}

/** Clicks an element with the focus on it, as a pointer does. */
export function press(element: Element | null | undefined, how: MouseEventInit = {}): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) touch(element);
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...how }));
}

/** Presses a key on an element, which gets the focus. */
export function key(element: HTMLElement | SVGElement, name: string, how: KeyboardEventInit = {}): void {
  touch(element);
  element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...how }));
}

/** Sets a control as a reader does. */
export function type(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  touch(control);
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
