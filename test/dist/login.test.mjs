/** Data from behind a login: what a widget sends and to whom, and what a server of another origin has to answer. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { api, headersOfGuide } from './support/api.mjs';
import { pages } from './support/pages.mjs';

const head = '<script src="/cdn/learner-elements.js"></script>';

describe('data from behind a login, of another origin', () => {
  const { open } = pages();
  const server = api();
  const gets = () => server.asked.filter(({ method }) => method === 'GET');

  /** A page with a list of learners from the server. `tokens` are what the page's hook gives, the last one again and again. */
  async function opened({ attributes = '', tokens, cookie }) {
    const opened = await open({ head, body: '' });
    if (cookie !== undefined) await opened.page.context().addCookies([{ name: 'session', value: cookie, url: server.origin }]);
    await opened.page.evaluate(show, { src: `${server.origin}/course.json`, attributes, tokens });
    return { ...opened, list: opened.page.locator('at-risk-table') };
  }
  const shown = (list) => list.getByText('Amina Yusuf').first().waitFor();
  const asked = (page) => page.evaluate(() => window.asked);

  it('comes with the headers that the page gives, and a server answers with those of the guide', async () => {
    const { origin, close: closeFirst } = await open({});
    server.answer({
      mayEnter: ({ authorization }) => authorization === 'Bearer first',
      headers: headersOfGuide('A token', origin),
      preflight: headersOfGuide('A token, before', origin),
    });
    const { page, list, problems, close } = await opened({ tokens: ['first'] });
    await shown(list);
    assert.deepEqual(await asked(page), [[`${server.origin}/course.json`, false]]);
    assert.deepEqual(
      server.asked.map(({ method }) => method),
      ['OPTIONS', 'GET'],
    );
    assert.equal(gets()[0].headers.origin, origin);
    assert.equal(gets()[0].headers.cookie, undefined);
    assert.deepEqual(problems, []);
    await close();
    await closeFirst();
  });

  it('is asked for once more with a new token after one 401', async () => {
    const { origin, close: closeFirst } = await open({});
    server.answer({
      mayEnter: ({ authorization }) => authorization === 'Bearer second',
      headers: headersOfGuide('A token', origin),
      preflight: headersOfGuide('A token, before', origin),
    });
    const { page, list, close } = await opened({ tokens: ['first', 'second'] });
    await shown(list);
    assert.deepEqual(
      (await asked(page)).map(([, renewed]) => renewed),
      [false, true],
    );
    assert.deepEqual(
      gets().map(({ headers }) => headers.authorization),
      ['Bearer first', 'Bearer second'],
    );
    await close();
    await closeFirst();
  });

  it('says that the reader is signed out after the second 401, and asks no third time', async () => {
    const { origin, close: closeFirst } = await open({});
    server.answer({
      mayEnter: () => false,
      headers: headersOfGuide('A token', origin),
      preflight: headersOfGuide('A token, before', origin),
    });
    const { page, list, close } = await opened({ tokens: ['secret-token'], attributes: 'user-key="reader"' });
    await list
      .getByText(/signed out|sign in/i)
      .first()
      .waitFor();
    assert.equal(gets().length, 2);
    assert.doesNotMatch(await page.evaluate(everythingKept), /secret-token/);
    await close();
    await closeFirst();
  });

  it('is without cookies unless the tag asks for them', async () => {
    const { origin, close: closeFirst } = await open({});
    server.answer({ headers: headersOfGuide('Cookies', origin) });
    const without = await opened({ cookie: 'reader' });
    await shown(without.list);
    assert.equal(gets()[0].headers.cookie, undefined);
    await without.close();

    server.answer({ headers: headersOfGuide('Cookies', origin), mayEnter: ({ cookie }) => cookie === 'session=reader' });
    const asking = await opened({ cookie: 'reader', attributes: 'credentials="include"' });
    await shown(asking.list);
    await asking.close();
    await closeFirst();
  });

  it('is an error with a retry where the server does not let the page in', async () => {
    server.answer({ headers: {} });
    const { list, problems, close } = await opened({});
    await list.getByRole('button', { name: /try again|retry/i }).waitFor();
    assert.equal(await list.getByText('Amina Yusuf').count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });
});

/** In the page: the tag, whose hook gives one token after another and writes down what it was asked. */
function show({ src, attributes, tokens }) {
  const { body } = new DOMParser().parseFromString(
    `<at-risk-table provider="tables" now="2024-03-13T00:00:00Z" ${attributes}></at-risk-table>`,
    'text/html',
  );
  const list = document.importNode(body.firstChild, true);
  window.asked = [];
  if (tokens !== undefined) {
    list.request = (url, renewed) => {
      window.asked.push([url, renewed]);
      return { Authorization: `Bearer ${tokens[Math.min(window.asked.length, tokens.length) - 1]}` };
    };
  }
  list.src = src;
  document.body.append(list);
}

/** In the page: the text of the widget, and what lies in the stores of the browser. */
async function everythingKept() {
  const databases = await indexedDB.databases();
  const rows = await Promise.all(
    databases.map(
      ({ name }) =>
        new Promise((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const { result } = opening;
            const stores = [...result.objectStoreNames];
            if (stores.length === 0) return resolve([]);
            const transaction = result.transaction(stores);
            const all = stores.map((store) => transaction.objectStore(store).getAll());
            transaction.oncomplete = () => resolve(all.map((request) => request.result));
            return undefined;
          };
        }),
    ),
  );
  return JSON.stringify([
    rows,
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    document.querySelector('at-risk-table').shadowRoot.textContent,
  ]);
}
