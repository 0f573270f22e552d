import { isRecord } from './stored-header.js';

const CHANNEL = 'learner-elements';

/** Tells other tabs, and hears from them, that a database was emptied. Does nothing where the browser has no channels. */
export class PurgeSignal {
  readonly #database: string;
  readonly #channel: BroadcastChannel | undefined;

  constructor(database: string, heard: () => void) {
    this.#database = database;
    this.#channel = openChannel();
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isRecord(data) && data['type'] === 'purge' && data['database'] === database) heard();
    });
  }

  send(): void {
    this.#channel?.postMessage({ type: 'purge', database: this.#database });
  }

  close(): void {
    this.#channel?.close();
  }
}

function openChannel(): BroadcastChannel | undefined {
  try {
    const channel: BroadcastChannel & { unref?: () => void } = new BroadcastChannel(CHANNEL);
    // Node waits for an open channel before it ends; a script that has emptied the cache has nothing to wait for.
    channel.unref?.();
    return channel;
  } catch {
    return undefined;
  }
}
