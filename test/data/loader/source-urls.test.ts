import { expect } from '@open-wc/testing';
import { identityOf, urlsOf } from '../../../src/data/loader/source-urls.js';
import type { OpenRequest } from '../../../src/data/load-request.js';

const REQUEST: OpenRequest = {
  provider: 'xapi',
  input: { src: 'https://h/a' },
  settings: {},
  userKey: 'ada',
  maxAge: 300,
  credentials: 'same-origin',
  hooked: false,
};

describe('what a copy is stored under', () => {
  it('has each URL at its place', () => {
    expect(identityOf(REQUEST, 1)).to.deep.include({ userKey: 'ada', provider: 'xapi', urls: ['https://h/a', null, null] });
    const input = { events: 'https://h/e', tables: { b: 'https://h/2', a: 'https://h/1' } };
    expect(identityOf({ ...REQUEST, input }, 1)?.urls).to.deep.equal([null, 'https://h/e', 'a', 'https://h/1', 'b', 'https://h/2']);
    expect(urlsOf(input)).to.deep.equal(['https://h/e', 'https://h/1', 'https://h/2']);
  });

  it('is nothing without a user key, or where a part has no address', () => {
    const { userKey, ...anonymous } = REQUEST;
    expect(userKey).to.equal('ada');
    expect(identityOf(anonymous, 1)).to.equal(undefined);
    const inputs: OpenRequest['input'][] = [
      { data: {} },
      { events: '{"id":1}' },
      { src: 'https://h/a', tables: { courses: [] } },
      { events: 'blob:https://h/1' },
      { tables: [] },
      { events: new Uint8Array(1) },
    ];
    for (const input of inputs) expect(identityOf({ ...REQUEST, input }, 1), JSON.stringify(input)).to.equal(undefined);
  });
});
