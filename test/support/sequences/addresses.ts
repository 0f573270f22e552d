import { addressParameter, encodeState, fittingState, readAddress } from '../../../src/components/base/address/state-address.js';
import { isUnset } from '../../../src/components/base/address/state-snapshot.js';
import type { SourceElement } from '../../../src/components/base/source-element.js';
import { sourcesIn } from './deep.js';
import { waitUntil } from '../wait-until.js';

/** Those of a page whose states do not stand in the address, once they had the time to write them. */
export async function wrongAddresses(page: HTMLElement): Promise<readonly string[]> {
  const wrong = (): readonly SourceElement[] =>
    sourcesIn(page).filter(
      (host) => host.urlState && host.pageDataset !== undefined && readAddress(addressParameter(host.id)) !== textOf(host),
    );
  await waitUntil(() => wrong().length === 0, undefined, { timeout: 2000 }).catch(() => undefined);
  return wrong().map(
    (host) => `the address of ${host.id || host.localName} has ${readAddress(addressParameter(host.id))}, not ${textOf(host)}`,
  );
}

/** Takes all states out of the address. */
export function clearAddress(): void {
  const url = new URL(location.href);
  for (const name of [...url.searchParams.keys()]) if (/^stats(?:-|$)/.test(name)) url.searchParams.delete(name);
  history.replaceState(history.state, '', url.href);
}

function textOf(host: SourceElement): string | undefined {
  const state = fittingState(host.getState());
  return isUnset(state) ? undefined : encodeState(state);
}
