const names = new WeakMap<object, string>();
let last = 0;

/** What an element asks under, which no other does: ids and tags of elements may be the same, also of those that share one dataset. */
export function askerOf(element: object): string {
  let name = names.get(element);
  if (name === undefined) names.set(element, (name = `e${++last}`));
  return name;
}
