import { Random } from '../random.js';
import { HOSTS, MOVES, forgetPage } from './actions-of-hosts.js';
import { READERS } from './actions-of-readers.js';
import { Announcements } from './announcements.js';
import { CREATORS } from './data.js';
import { deep, focused, sourcesIn } from './deep.js';
import { endingOf, freshPage } from './fresh.js';
import { beginning, KINDS } from './pages.js';
import type { PageKind } from './pages.js';
import { FocusWatch } from './focus-watch.js';
import { press } from './hands.js';
import { datasetsIn, quiet } from './quiet.js';
import { hold, release } from './server.js';
import { shownIn } from './shown.js';
import { clearAddress, wrongAddresses } from './addresses.js';

const ACTIONS = { ...READERS, ...HOSTS };
const NAMES = Object.keys(ACTIONS);

/** One action of a sequence; its own seed keeps what it does where others are left out. */
export interface Step {
  readonly seed: number;
  /** Whether the page comes to rest before the next one. */
  readonly waits: boolean;
}

export interface Sequence {
  readonly kind: PageKind;
  readonly steps: readonly Step[];
}

/** What came of a sequence: what was done, and what is wrong; nothing where that is empty. */
export interface Outcome {
  readonly done: readonly string[];
  readonly faults: readonly string[];
}

/** The sequence of a seed. */
export function sequenceOf(seed: number): Sequence {
  const random = new Random(seed);
  const kind = KINDS[seed % KINDS.length]!;
  const count = 15 + random.below(26);
  const steps = Array.from({ length: count }, () => ({ seed: random.below(2 ** 31), waits: random.chance(0.7) }));
  return { kind, steps };
}

/** Runs a sequence on a new page, and holds how that ends against a fresh one. */
export async function run({ kind, steps }: Sequence): Promise<Outcome> {
  const done: string[] = [];
  const faults: string[] = [];
  const stop = hearFaults(faults);
  const focus = new FocusWatch();
  const announcements = new Announcements();
  const page = beginning(kind);
  document.body.append(page);
  hold();
  try {
    await quiet(page);
    announcements.look(page, 'the beginning');
    for (const { seed, waits } of steps) {
      const what = await act(page, new Random(seed));
      done.push(waits ? what : `${what} …`);
      faults.push(...announcements.look(page, what));
      if (MOVES.some((name) => what.startsWith(name))) focus.forget();
      if (!waits) continue;
      if (!(await quiet(page))) faults.push(`never comes to rest after "${what}"`);
      faults.push(...announcements.look(page, what));
      const lost = focus.lost();
      if (lost !== undefined) faults.push(`the focus is lost after "${what}", which was on ${lost}`);
    }
    release();
    await mendSettings(page);
    await closeExplanations(page);
    (focused() as HTMLElement | undefined)?.blur();
    if (!(await quiet(page))) faults.push('never comes to rest');
    faults.push(...announcements.look(page, 'the end'), ...(await announcements.left(page)));
    faults.push(...(await wrongAddresses(page)));
    const ending = endingOf(page);
    const shown = shownIn(page);
    faults.push(...doubleIds(page));
    page.remove();
    await Promise.resolve();
    const fresh = await freshPage(ending, document.body);
    await loadParts(fresh);
    (focused() as HTMLElement | undefined)?.blur();
    await quiet(fresh);
    faults.push(...differences(shown, shownIn(fresh)));
    fresh.remove();
  } catch (thrown) {
    faults.push(`thrown: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
  } finally {
    stop();
    announcements.stop();
    release();
    forgetPage();
    clearAddress();
    for (const left of document.querySelectorAll('.page')) left.remove();
  }
  return { done, faults };
}

/** Does the first thing that can be done. */
async function act(page: HTMLElement, random: Random): Promise<string> {
  for (let tries = 0; tries < 10; tries++) {
    const name = random.pick(NAMES);
    const what = await ACTIONS[name]?.(page, random);
    if (what !== undefined) return `${name}: ${what}`;
  }
  return 'nothing';
}

/** The same sequence without the actions that its fault does not need. */
export async function shrunk(sequence: Sequence): Promise<Sequence> {
  let { steps } = sequence;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < steps.length;) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      const { faults } = await run({ ...sequence, steps: fewer });
      if (faults.length > 0) steps = fewer;
      else at += size;
    }
  }
  return { ...sequence, steps };
}

function differences(one: readonly string[], fresh: readonly string[]): readonly string[] {
  const [only, other] = [one.filter(notIn(fresh)), fresh.filter(notIn(one))];
  if (only.length + other.length === 0) return one.length === fresh.length ? [] : ['the same lines, not as often'];
  const some = (lines: readonly string[], mark: string): readonly string[] =>
    lines.slice(0, 6).map((line) => `${mark} ${line.slice(0, 300)}`);
  return [
    `differs from a fresh page (${only.length} lines, ${other.length} of the fresh one):`,
    ...some(only, 'is   '),
    ...some(other, 'fresh'),
  ];
}

function notIn(others: readonly string[]): (line: string) => boolean {
  const there = new Set(others);
  return (line) => !there.has(line);
}

/** Ids that are there twice in one of our roots; patterns are defined by each drawing that is filled with them, all alike. */
function doubleIds(page: HTMLElement): readonly string[] {
  const seen = new Map<Node, Set<string>>();
  return deep(page).flatMap((element) => {
    if (element.id === '' || element.getRootNode() === document || element.closest('defs') !== null) return [];
    const ids = seen.get(element.getRootNode()) ?? new Set();
    seen.set(element.getRootNode(), ids);
    if (ids.has(element.id)) return [`the id ${element.id} is there twice`];
    ids.add(element.id);
    return [];
  });
}

/**
 * What a host still owes it gives before its page is held against a fresh one: what was cut or cancelled comes, of parts all. By design the
 * last good numbers stay, said to be old, while a setting cannot be read, and the tools above a table while a reader is in them and data
 * are still to come; a fresh page has neither.
 */
async function mendSettings(page: HTMLElement): Promise<void> {
  for (const owner of sourcesIn(page)) {
    if (owner.now === 'soon') owner.setAttribute('now', '2024-06-01');
    if (owner.data === null) owner.data = CREATORS['six'];
  }
  await quiet(page);
  for (const dataset of datasetsIn(page)) {
    const { status } = dataset;
    if ('error' in status && ['offline', 'aborted', 'truncated'].includes(status.error?.code ?? '')) await dataset.refresh();
    dataset.retryParts();
  }
  await loadParts(page);
}

/** Which parts are there depends on what was on screen, and for how long. */
async function loadParts(page: HTMLElement): Promise<void> {
  await quiet(page);
  for (const kind of ['statistics', 'feedback', 'cards'] as const) {
    if (datasetsIn(page).every(({ demand }) => demand.statuses.size === 0)) return;
    for (const dataset of datasetsIn(page)) dataset.loadParts(kind);
    await quiet(page);
  }
}

/** What a number means is asked of one widget after the other: none of it is left open. */
async function closeExplanations(page: HTMLElement): Promise<void> {
  for (const button of deep(page)) if (button.matches('.counted .link')) press(button);
  await quiet(page);
}

/** Hears errors and rejections that nobody handles, and what is written to the console as an error. */
function hearFaults(faults: string[]): () => void {
  const rejected = (event: PromiseRejectionEvent): void => void faults.push(`unhandled rejection: ${String(event.reason)}`);
  const failed = (event: ErrorEvent): void => void faults.push(`error: ${event.message}`);
  const { error } = console;
  console.error = (...said: readonly unknown[]) => void faults.push(`console: ${said.map(String).join(' ')}`);
  window.addEventListener('unhandledrejection', rejected);
  window.addEventListener('error', failed);
  return () => {
    console.error = error;
    window.removeEventListener('unhandledrejection', rejected);
    window.removeEventListener('error', failed);
  };
}
