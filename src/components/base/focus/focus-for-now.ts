/**
 * Gives the focus to what the Tab key passes by. While it has it, it is a stop of that key: some browsers go from what is none to the first
 * stop of a widget instead of the next one, where none follows inside. What is no stop at all any more by then stays none.
 */
export function focusForNow(element: HTMLElement | SVGElement, options?: FocusOptions): void {
  if (element.matches(':focus') && element.tabIndex === 0) return;
  element.setAttribute('tabindex', '0');
  element.addEventListener('blur', () => element.hasAttribute('tabindex') && element.setAttribute('tabindex', '-1'), { once: true });
  element.focus(options);
}
