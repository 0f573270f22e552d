/** Most stops of the Tab key on a page. */
const MOST_STOPS = 400;

/**
 * Presses Tab from the top of a page to its end, or Shift and Tab from there to the top. Answers each stop: what it is, whether it is in
 * sight and uncovered, whether it shows that it has the focus, and where it stands.
 */
export async function walk(page, key = 'Tab') {
  const stops = [];
  for (let count = 0; count < MOST_STOPS; count++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(stopHere);
    // Backwards from the end there is no stop outside of the page before it comes round.
    if (stop === null || (stops.findIndex(({ id }) => id === stop.id) >= 0 && stops.at(-1).id !== stop.id)) return marked(page, stops);
    // Fields of a date are several stops of one element.
    if (stops.at(-1)?.id !== stop.id) stops.push(stop.isMarked ? stop : { ...stop, look: await look(page, stop) });
  }
  throw new Error(`The page does not end after ${MOST_STOPS} stops: ${stops.slice(-5).map(({ what }) => what)}`);
}

/** Stops without an outline are marked, too, if their place looks otherwise now that nothing has the focus. */
async function marked(page, stops) {
  const seen = [];
  for (const stop of stops) {
    if (stop.look === undefined) seen.push(stop);
    else {
      await page.evaluate((top) => scrollTo(0, top), stop.scroll);
      seen.push({ ...stop, isMarked: !(await look(page, stop)).equals(stop.look) });
    }
  }
  await page.evaluate(() => scrollTo(0, 0));
  return seen;
}

function look(page, { clip }) {
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
}

/** Runs in the page. Null at the end of it. */
function stopHere() {
  let element = document.activeElement;
  const hosts = [];
  while (element?.shadowRoot?.activeElement) {
    hosts.push(element);
    element = element.shadowRoot.activeElement;
  }
  if (element === null || element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
  const role = element.getAttribute('role') ?? element.localName;
  let seen = document;
  let top = null;
  const [x, y] = [Math.max(0, box.left) + Math.min(box.width, 12) / 2, box.top + Math.min(box.height, 12) / 2];
  while (seen) {
    top = seen.elementFromPoint(x, y);
    seen = top?.shadowRoot?.elementFromPoint ? (top.shadowRoot.elementFromPoint(x, y) === top ? null : top.shadowRoot) : null;
  }
  const contains = (outer, inner) => {
    for (let at = inner; at; at = at.parentNode ?? at.host) if (at === outer || at.host === outer) return true;
    return false;
  };
  const pad = 6;
  globalThis.stopIds ??= new WeakMap();
  if (!globalThis.stopIds.has(element)) globalThis.stopIds.set(element, (globalThis.lastStopId = (globalThis.lastStopId ?? 0) + 1));
  return {
    id: globalThis.stopIds.get(element),
    scroll: scrollY,
    what: `${hosts.map(({ localName }) => localName).join(' ')} ${role} "${name.replace(/\s+/g, ' ').trim().slice(0, 50)}"`.trim(),
    role,
    widget: hosts.at(-1)?.localName ?? '',
    isInSight: box.width > 0 && box.height > 0 && box.top >= 0 && box.top < innerHeight && box.left < innerWidth && box.right > 0,
    isUncovered: top !== null && (contains(element, top) || contains(top, element)),
    isMarked: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    x: Math.round(box.left + scrollX),
    y: Math.round(box.top + scrollY),
    clip: {
      x: Math.max(0, box.left - pad),
      y: Math.max(0, box.top - pad),
      width: Math.max(1, Math.min(innerWidth, box.right + pad) - Math.max(0, box.left - pad)),
      height: Math.max(1, Math.min(innerHeight, box.bottom + pad) - Math.max(0, box.top - pad)),
    },
  };
}
