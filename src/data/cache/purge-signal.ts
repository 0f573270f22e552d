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
    return new BroadcastChannel(CHANNEL);
  } catch {
    return undefined;
  }
}
