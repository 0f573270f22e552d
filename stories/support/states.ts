import { FilterEvent } from '../../src/components/base/events.js';
import type { StatsElement } from '../../src/components/base/stats-element.js';
import { isAsked, never, noNetwork, partOf, served, status, turn } from './served.js';
import { servedAs } from './sources.js';
import { NAMES } from './state-names.js';
import type { Always, StatesOf } from './state-names.js';

type Args = Readonly<Record<string, unknown>>;

/** A state as a story: its arguments, and what is done once it is drawn. */
export interface StateStory {
  readonly args: Args;
  /** Whether it goes on loading for ever. */
  readonly parameters?: { readonly isUnderWay: boolean };
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** How long a state may take to be drawn, in frames. */
const PATIENCE = 300;

const MEGABYTE = 1_000_000;

/** The state stories of a tag, from what its `meta` says. */
export function statesOf({
  args = {},
  parameters,
}: {
  readonly args?: Args;
  readonly parameters?: Args;
}): Readonly<Record<string, StateStory>> {
  const given = parameters?.['states'] as StatesOf | undefined;
  if (given === undefined) return {};
  const { data, field, ...others } = given;
  const from = (later: () => Promise<Response>): Args => ({ data: undefined, src: servedAs(args['provider'], data, later) });
  const always: Readonly<Record<Always, StateStory>> = {
    Loading: {
      args: { data: undefined, src: served([partOf(3.2 * MEGABYTE, 9.6 * MEGABYTE)]) },
      parameters: { isUnderWay: true },
      play: drawn('.state.loading'),
    },
    Stale: { args: from(never), play: refreshed('refetching') },
    RefreshFailed: { args: from(status(404)), play: refreshed('stale') },
    Offline: { args: from(noNetwork), play: refreshed('offline') },
    OfflineWithoutData: { args: { data: undefined, src: served([noNetwork]) } },
    ServerError: { args: { data: undefined, src: served([status(404)]) } },
    SignedOut: { args: { data: undefined, src: served([status(401)]) } },
    RightToLeft: { args: { data, lang: 'ar', dir: 'rtl' } },
  };
  const own = Object.entries(others).map(([state, of]): readonly [string, StateStory] => {
    const soFar = { args: { data: undefined, ...of }, parameters: { isUnderWay: true }, play: drawn(SO_FAR) };
    return [NAMES[state as keyof typeof others], state === 'soFar' ? soFar : { args: of }];
  });
  return {
    ...always,
    ...Object.fromEntries(own),
    ...(field === undefined ? {} : { FilteredToNothing: filteredToNothing({ data }, field) }),
  };
}

/** Lines and states that say that more is on its way. */
const SO_FAR = '[data-kind=so-far], .state.awaiting, .state.loading progress, td .missing';

/** Data of which filters of others leave nothing. */
function filteredToNothing(args: Args, field: string): StateStory {
  return {
    args,
    play: async ({ canvasElement }) => {
      const widget = await widgetIn(canvasElement);
      await until(() => (isWhole(widget) ? widget : null));
      widget.dispatchEvent(new FilterEvent({ origin: 'story', field, in: [] }));
      await until(() => found(canvasElement, '.filtered-out, [data-kind=unanswered]'));
    },
  };
}

/** Drawn, and then refreshed until the line that stays is there; a refresh that the server was not asked for yet would get good data. */
function refreshed(kind: 'refetching' | 'stale' | 'offline'): NonNullable<StateStory['play']> {
  return async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await until(() => (isWhole(widget) ? widget : null));
    const src = widget.src ?? '';
    turn(src, 'later');
    void widget.refresh();
    await until(() => (isAsked(src) ? found(canvasElement, `[data-kind=${kind}]`) : null));
    turn(src, 'first');
  };
}

/** Whether all data are there. */
function isWhole({ pageDataset }: StatsElement): boolean {
  return pageDataset?.info !== undefined && pageDataset.info.soFar === undefined;
}

function drawn(selector: string): NonNullable<StateStory['play']> {
  return async ({ canvasElement }) => void (await until(() => found(canvasElement, selector)));
}

function widgetIn(canvas: HTMLElement): Promise<StatsElement> {
  return until(() => [...canvas.querySelectorAll<StatsElement>('*')].find((element) => 'pageDataset' in element) ?? null);
}

/** The first below, inside shadow roots too. */
function found(root: ParentNode, selector: string): Element | null {
  const here = root.querySelector(selector);
  if (here !== null) return here;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot === null ? null : found(shadowRoot, selector);
    if (inside !== null) return inside;
  }
  return null;
}

/** What is found within some frames, else an error. */
async function until<Found>(find: () => Found | null): Promise<Found> {
  for (let frame = 0; frame < PATIENCE; frame++) {
    const answer = find();
    if (answer !== null) return answer;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error('The state was not drawn in time.');
}
