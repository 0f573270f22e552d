import { proxy, releaseProxy, wrap } from 'comlink';
import type { ProxyMethods } from 'comlink';
import type { PartWants } from '../data/parts.js';
import type { Settings } from '../data/provider.js';
import { StatsError } from '../data/stats-error.js';
import type { StatsErrorData } from '../data/stats-error.js';
import type { ViewData, ViewOptions } from '../data/view-result.js';
import type { ViewSpec } from '../metrics/types.js';
import { uncloneablePath } from './plain-data.js';
import type { LoadInfo, OpenListener, OpenRequest, StatsService } from './service.js';

/** What crosses back. An error goes as data, as an Error loses its code on the way. */
export type Answer<T> = { readonly value: T } | { readonly error: StatsErrorData };

type RemoteListener = OpenListener & Partial<Pick<ProxyMethods, typeof releaseProxy>>;

/** A service as a worker exposes it by comlink. */
export class WireService {
  readonly #service: StatsService;
  readonly #listeners = new Map<string, RemoteListener>();

  constructor(service: StatsService) {
    this.#service = service;
  }

  hello(): Promise<Answer<'learner-elements'>> {
    return answered(this.#service.hello());
  }

  open(dataset: string, request: OpenRequest, listener: RemoteListener): Promise<Answer<LoadInfo>> {
    this.#release(dataset);
    this.#listeners.set(dataset, listener);
    return answered(this.#service.open(dataset, request, listener));
  }

  view(dataset: string, view: string | ViewSpec, options: ViewOptions): Promise<Answer<ViewData>> {
    return answered(this.#service.view(dataset, view, options));
  }

  refresh(dataset: string, options: { force: boolean }): Promise<Answer<LoadInfo>> {
    return answered(this.#service.refresh(dataset, options));
  }

  configure(dataset: string, settings: Partial<Settings>): Promise<Answer<LoadInfo | undefined>> {
    return answered(this.#service.configure(dataset, settings));
  }

  want(dataset: string, wants: readonly PartWants[]): Promise<Answer<void>> {
    return answered(this.#service.want(dataset, wants));
  }

  retryParts(dataset: string): Promise<Answer<void>> {
    return answered(this.#service.retryParts(dataset));
  }

  async close(dataset: string): Promise<Answer<void>> {
    const answer = await answered(this.#service.close(dataset));
    this.#release(dataset);
    return answer;
  }

  purge(): Promise<Answer<void>> {
    return answered(this.#service.purge());
  }

  /** A listener holds a message port, which is closed here. */
  #release(dataset: string): void {
    this.#listeners.get(dataset)?.[releaseProxy]?.();
    this.#listeners.delete(dataset);
  }
}

/** The service of a worker that exposes a WireService. A request that cannot cross is `bad-option` and says which part cannot. */
export function remoteService(worker: Worker | MessagePort): StatsService {
  const remote = wrap<WireService>(worker);
  return {
    hello: () => value(remote.hello()),
    open: (dataset, request, listener) =>
      value(remote.open(dataset, request, proxy(listener)), { ...request.input, settings: request.settings }),
    view: (dataset, view, options) => value(remote.view(dataset, view, options), { view, options }),
    refresh: (dataset, options) => value(remote.refresh(dataset, options)),
    configure: (dataset, settings) => value(remote.configure(dataset, settings), { settings }),
    want: (dataset, wants) => value(remote.want(dataset, wants)),
    retryParts: (dataset) => value(remote.retryParts(dataset)),
    close: (dataset) => value(remote.close(dataset)),
    purge: () => value(remote.purge()),
  };
}

async function answered<T>(work: Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await work };
  } catch (thrown) {
    return { error: StatsError.from(thrown).toData() };
  }
}

async function value<T>(call: Promise<Answer<T>>, sent: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const answer = await call.catch((cause: unknown) => {
    const path = Object.entries(sent)
      .map(([name, part]) => uncloneablePath(part, name))
      .find((found) => found !== undefined);
    if (path === undefined) throw StatsError.from(cause, 'worker');
    throw new StatsError('bad-option', `${path}: expected plain data, which can be handed to a worker.`);
  });
  if ('error' in answer) throw StatsError.from(answer.error);
  return answer.value;
}
