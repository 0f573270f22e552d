import { FilterEvent } from '../../src/components/base/events.js';
import type { StatsElement } from '../../src/components/base/stats-element.js';
import { json, never, partOf, served, status } from './served.js';

type Args = Readonly<Record<string, unknown>>;

/** A state as a story: its arguments, and what is done once it is drawn. */
export interface StateStory {
  readonly args: Args;
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** How long a state may take to be drawn, in frames. */
const PATIENCE = 300;

const MEGABYTE = 1_000_000;

/** Data on their way: so much of so much is there, and no more comes. */
export const loading: StateStory = { args: { data: undefined, src: served([partOf(3.2 * MEGABYTE, 9.6 * MEGABYTE)]) } };

/** The server answers with an error. */
export const serverError: StateStory = { args: { data: undefined, src: '/no-such-handler.json' } };

/** The server wants a sign-in. */
export const signedOut: StateStory = { args: { data: undefined, src: served([status(401)]) } };

/** The last good data while newer ones are on their way, which never come. */
export function stale(data: unknown): StateStory {
  return { args: { data: undefined, src: served([json(data), never]) }, play: refreshed };
}

/** The last good data after a refresh that failed. */
export function refreshFailed(data: unknown): StateStory {
  return { args: { data: undefined, src: served([json(data), status(404)]) }, play: refreshed };
}

/** Data of which filters of others leave nothing. */
export function filteredToNothing(args: Args, field: string): StateStory {
  return {
    args,
    play: async ({ canvasElement }) => {
      const widget = await widgetIn(canvasElement);
      await until(() => (widget.pageDataset?.info === undefined ? null : widget));
      widget.dispatchEvent(new FilterEvent({ origin: 'story', field, in: [] }));
      await until(() => widget.shadowRoot?.querySelector('.filtered-out, [data-kind=unanswered]') ?? null);
    },
  };
}

async function refreshed({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const widget = await widgetIn(canvasElement);
  await until(() => (widget.pageDataset?.info === undefined ? null : widget));
  void widget.refresh();
  await until(() => widget.shadowRoot?.querySelector('[data-kind=refetching], [data-kind=stale], [data-kind=offline]') ?? null);
}

function widgetIn(canvas: HTMLElement): Promise<StatsElement> {
  return until(() => [...canvas.querySelectorAll<StatsElement>('*')].find((element) => 'pageDataset' in element) ?? null);
}

/** What is found within some frames, else an error. */
async function until<Found>(find: () => Found | null): Promise<Found> {
  for (let frame = 0; frame < PATIENCE; frame++) {
    const found = find();
    if (found !== null) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error('The state was not drawn in time.');
}
