import { expect } from '@open-wc/testing';
import { releaseProxy } from 'comlink';
import { WireService } from '../../src/workers/wire.js';
import { REQUEST, ScriptedService } from './scripted-service.js';

describe('the service on the wire', () => {
  it('lets go of the listener of another thread when its dataset is closed or opened anew', async () => {
    const released: string[] = [];
    const listener = (name: string) => ({
      progress: () => undefined,
      loaded: () => undefined,
      failed: () => undefined,
      parts: () => undefined,
      headers: () => Promise.resolve(undefined),
      [releaseProxy]: () => {
        released.push(name);
      },
    });
    const service = new WireService(new ScriptedService());
    await service.open('a', REQUEST, listener('first'));
    await service.open('a', REQUEST, listener('second'));
    expect(released).to.deep.equal(['first']);
    await service.close('a');
    await service.close('a');
    expect(released).to.deep.equal(['first', 'second']);
  });

  it('answers errors as data', async () => {
    const service = new WireService(new ScriptedService());
    expect(await service.view('a', 'x', {})).to.deep.equal({ error: { code: 'unknown-dataset', message: 'not open' } });
    expect(await service.hello()).to.deep.equal({ value: 'learner-elements' });
  });
});
