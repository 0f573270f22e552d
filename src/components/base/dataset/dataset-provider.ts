import { ContextProvider } from '@lit/context';
import type { ReactiveController } from 'lit';
import { sameAudience } from '../audience/audience.js';
import type { AudienceSettings } from '../audience/audience.js';
import { datasetContext } from './dataset-context.js';
import { announceName } from './dataset-registry.js';
import { showBackend } from './page-dataset.js';
import type { PageDataset } from './page-dataset.js';
import type { SourceElement } from '../source-element.js';

/** Gives the dataset of an element to the widgets inside it, with who reads them, and makes it known by the element's id where the
 * element brought it. */
export class DatasetProvider implements ReactiveController {
  #host: SourceElement;
  #provider: ContextProvider<typeof datasetContext, SourceElement>;
  #given: PageDataset | undefined;
  #name = '';
  #audience: AudienceSettings | undefined;
  #unname: (() => void) | undefined;

  constructor(host: SourceElement) {
    this.#host = host;
    this.#provider = new ContextProvider(host, { context: datasetContext });
    host.addController(this);
  }

  hostUpdated(): void {
    const dataset = this.#host.pageDataset;
    const { id } = this.#host;
    const { audienceSettings: audience } = this.#host;
    showBackend(this.#host, dataset);
    if (dataset !== this.#given || !sameAudience(audience, this.#audience)) this.#provider.setValue({ dataset, audience });
    this.#audience = audience;
    if (dataset === this.#given && id === this.#name) return;
    this.#forget();
    [this.#given, this.#name] = [dataset, id];
    if (dataset === undefined || this.#host.source === undefined) return;
    dataset.id = id === '' ? undefined : id;
    this.#unname = announceName(id, dataset);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #forget(): void {
    this.#unname?.();
    this.#unname = undefined;
    this.#given = undefined;
  }
}
