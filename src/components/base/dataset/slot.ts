const slots = new WeakMap<object, string>();
/** Elements of two copies of this library may stand in one dataset, and each copy counts for itself. */
const copy = Math.random().toString(36).slice(2);
let last = 0;

/**
 * The slot in which an element asks: a newer question in it supersedes an older one. No other element has it, whatever its id or tag and
 * whichever copy of this library it is of.
 */
export function slotOf(element: object): string {
  let slot = slots.get(element);
  if (slot === undefined) slots.set(element, (slot = `${copy}-${++last}`));
  return slot;
}
