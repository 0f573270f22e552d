/** What each entity has, entity after entity. */
export interface Entries {
  readonly offsets: Uint32Array;
  readonly slots: Uint16Array | Uint32Array;
  /** By place its entry, counted from 1; 0 for one that has none. */
  readonly entryOf: Uint32Array;
}

/** One entry for the places of one entity and slot, entity after entity; slots from `slotCount` on are none. */
export function entriesOf(placesOf: Uint32Array, slotOf: Uint16Array | Uint32Array, slotCount: number): Entries {
  const offsets = new Uint32Array(placesOf.length);
  const slots = slotOf.slice();
  const entryOf = new Uint32Array(slotOf.length);
  const latest = new Uint32Array(slotCount);
  let count = 0;
  let place = 0;
  for (let entity = 0; entity + 1 < placesOf.length; entity++) {
    const start = count;
    const end = placesOf[entity + 1] ?? 0;
    for (; place < end; place++) {
      const slot = slotOf[place] ?? 0;
      if (slot >= slotCount) continue;
      if ((latest[slot] ?? 0) <= start) {
        slots[count++] = slot;
        latest[slot] = count;
      }
      entryOf[place] = latest[slot] ?? 0;
    }
    offsets[entity + 1] = count;
  }
  return { offsets, slots: slots.slice(0, count), entryOf };
}
