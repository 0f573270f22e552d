/**
 * @template T
 * @typedef {object} Source
 * @property {number} start no item of the source is earlier than this
 * @property {() => Iterable<T>} open
 */

/**
 * @template T
 * @typedef {{ item: T, order: number, rest: Iterator<T> }} Head
 */

/**
 * Merges sources into one stream in order of time; items of equal time keep the order of their sources. Only the sources
 * that have begun and not ended are held in memory.
 * @template {{ at: number }} T
 * @param {Iterable<Source<T>>} sources in order of `start`; the items of each in order of `at`
 * @returns {Generator<T, void, undefined>}
 */
export function* mergeByTime(sources) {
  /** @type {Head<T>[]} */
  const heap = [];
  let order = 0;
  for (const source of sources) {
    yield* drain(heap, source.start);
    const rest = source.open()[Symbol.iterator]();
    const first = rest.next();
    if (first.done !== true) push(heap, { item: first.value, order, rest });
    order += 1;
  }
  yield* drain(heap, Infinity);
}

/**
 * Takes from the heap all that is earlier than `until`.
 * @template {{ at: number }} T
 * @param {Head<T>[]} heap
 * @param {number} until
 * @returns {Generator<T, void, undefined>}
 */
function* drain(heap, until) {
  for (let head = heap[0]; head !== undefined && head.item.at < until; head = heap[0]) {
    yield head.item;
    const next = head.rest.next();
    if (next.done !== true) {
      sink(heap, { item: next.value, order: head.order, rest: head.rest });
    } else {
      const last = heap.pop();
      if (last !== undefined && last !== head) sink(heap, last);
    }
  }
}

/**
 * @template {{ at: number }} T
 * @param {Head<T>} left
 * @param {Head<T>} right
 */
function isBefore(left, right) {
  return left.item.at < right.item.at || (left.item.at === right.item.at && left.order < right.order);
}

/**
 * @template {{ at: number }} T
 * @param {Head<T>[]} heap
 * @param {Head<T>} head
 */
function push(heap, head) {
  let index = heap.length;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = /** @type {Head<T>} */ (heap[above]);
    if (!isBefore(head, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = head;
}

/**
 * Puts `head` at the root and lets it down to its place.
 * @template {{ at: number }} T
 * @param {Head<T>[]} heap
 * @param {Head<T>} head
 */
function sink(heap, head) {
  let index = 0;
  for (;;) {
    let below = 2 * index + 1;
    if (below >= heap.length) break;
    const left = /** @type {Head<T>} */ (heap[below]);
    const right = heap[below + 1];
    if (right !== undefined && isBefore(right, left)) below += 1;
    const child = /** @type {Head<T>} */ (heap[below]);
    if (!isBefore(child, head)) break;
    heap[index] = child;
    index = below;
  }
  heap[index] = head;
}
