import { Task } from '@lit/task';
import type { TaskConfig } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';

/**
 * A task whose outcome the host keeps in properties of its own, so that it draws the host neither when it begins nor when it ends: that
 * would be two drawings for each answer in which nothing has changed.
 */
export class QuietTask<T extends readonly unknown[]> extends Task<T, void> {
  #asking: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, config: TaskConfig<T, void>) {
    super(quiet(host), config);
  }

  /** Looks without drawing the host whether something else is to be asked, once for all that changes now. */
  look(): void {
    this.#asking ??= Promise.resolve().then(() => {
      this.#asking = undefined;
      this.hostUpdate();
    });
  }

  /** Settles when what `look` was called for has been asked. */
  get asked(): Promise<void> {
    return this.#asking ?? Promise.resolve();
  }
}

function quiet(host: ReactiveControllerHost): ReactiveControllerHost {
  return {
    addController: (controller) => host.addController(controller),
    removeController: (controller) => host.removeController(controller),
    requestUpdate: () => undefined,
    get updateComplete() {
      return host.updateComplete;
    },
  };
}
