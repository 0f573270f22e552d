import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ask, parsed, parsedLines, SIGNED_IN, startServer } from './support/ask.mjs';

const server = await startServer(after);
const signedIn = { headers: SIGNED_IN };

describe('what every handler of Oppia does', () => {
  it("puts )]}' and a newline before the JSON and escapes &, < and >", async () => {
    const { text, headers } = await ask(`${server}/creatordashboardhandler/data`, signedIn);
    assert.equal(text.slice(0, 5), ")]}'\n");
    assert.ok(!/[&<>]/.test(text));
    assert.ok(text.includes('Is 5 \\u003c 7? Comparing \\u0026 ordering numbers'));
    assert.equal(headers['content-disposition'], 'attachment; filename="oppia-attachment.txt"');
    assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });

  it('answers 400 to a query parameter that it does not know', async () => {
    for (const path of [
      '/creatordashboardhandler/data?_=1',
      '/createhandler/statistics/fRacPizza001?v=2',
      '/feedbackstatshandler/fRacPizza001?x',
    ]) {
      const { status, text } = await ask(server + path, signedIn);
      assert.equal(status, 400, path);
      assert.match(parsed(text).error, /Found extra args/);
      assert.equal(parsed(text).status_code, 400);
    }
  });

  it('answers 400 before it looks for the session', async () => {
    assert.equal((await ask(`${server}/creatordashboardhandler/data?_=1`)).status, 400);
  });
});

describe('the dashboard handler', () => {
  it('answers 401 as JSON without the cookie, and with a wrong one', async () => {
    for (const headers of [{}, { Cookie: 'session=somebody' }, { Cookie: 'xsession=demo-creator' }]) {
      const { status, text } = await ask(`${server}/creatordashboardhandler/data`, { headers });
      assert.equal(status, 401);
      assert.equal(parsed(text).status_code, 401);
    }
  });

  it('finds the cookie among others', async () => {
    const headers = { Cookie: `theme=dark; ${SIGNED_IN.Cookie}; lang=en` };
    assert.equal((await ask(`${server}/creatordashboardhandler/data`, { headers })).status, 200);
  });

  it('keys last week by its date', async () => {
    const { last_week_stats: lastWeek } = parsed((await ask(`${server}/creatordashboardhandler/data`, signedIn)).text);
    assert.deepEqual(Object.keys(lastWeek), ['2026-11-09']);
    assert.equal(typeof lastWeek['2026-11-09'].total_plays, 'number');
  });
});

describe('the handlers of one exploration', () => {
  it('answer guests for what is published', async () => {
    for (const handler of [
      'createhandler/statistics',
      'createhandler/data',
      'feedbackstatshandler',
      'threadlisthandler',
      'issuesdatahandler',
    ]) {
      assert.equal((await ask(`${server}/${handler}/fRacPizza001`)).status, 200, handler);
    }
  });

  it('answer 404 to guests for what is private, and to all for what is unknown', async () => {
    for (const handler of [
      'createhandler/statistics',
      'createhandler/data',
      'feedbackstatshandler',
      'threadlisthandler',
      'issuesdatahandler',
    ]) {
      assert.equal((await ask(`${server}/${handler}/ratioDraft_1`)).status, 404, handler);
      assert.equal((await ask(`${server}/${handler}/ratioDraft_1`, signedIn)).status, 200, handler);
      const unknown = await ask(`${server}/${handler}/nobody`, signedIn);
      assert.equal(unknown.status, 404, handler);
      assert.equal(parsed(unknown.text).status_code, 404);
    }
  });

  it('take exp_version for issues', async () => {
    assert.equal((await ask(`${server}/issuesdatahandler/fRacPizza001?exp_version=2`)).status, 200);
  });

  it('name the six counters of a state', async () => {
    const body = parsed((await ask(`${server}/createhandler/statistics/fRacPizza001`)).text);
    assert.deepEqual(Object.keys(body), [
      'exp_id',
      'exp_version',
      'num_starts',
      'num_actual_starts',
      'num_completions',
      'state_stats_mapping',
    ]);
    assert.deepEqual(Object.keys(body.state_stats_mapping.Introduction), [
      'total_answers_count',
      'useful_feedback_count',
      'total_hit_count',
      'first_hit_count',
      'num_times_solution_viewed',
      'num_completions',
    ]);
  });
});

describe('/creatorengagementstats', () => {
  it('answers the signed-in creator', async () => {
    const { status, text } = await ask(`${server}/creatorengagementstats/uid_amara_okafor`, signedIn);
    assert.equal(status, 200);
    const [first] = parsed(text).explorations;
    assert.ok(first.completion_rate >= 0 && first.completion_rate <= 1);
    assert.ok(first.min_engagement_time <= first.average_engagement_time && first.average_engagement_time <= first.max_engagement_time);
  });

  it('answers 401 to guests, 403 for another creator and 404 for none', async () => {
    assert.equal((await ask(`${server}/creatorengagementstats/uid_amara_okafor`)).status, 401);
    assert.equal((await ask(`${server}/creatorengagementstats/uid_somebody`, signedIn)).status, 403);
    assert.equal((await ask(`${server}/creatorengagementstats/nobody`, signedIn)).status, 404);
  });
});

describe('the event log', () => {
  it('is NDJSON and adds up to the statistics', async () => {
    const { text, headers } = await ask(`${server}/oppia/events.ndjson`);
    assert.match(headers['content-type'] ?? '', /^application\/x-ndjson/);
    const starts = parsedLines(text).filter((event) => event.event === 'start' && event.exploration_id === 'fRacPizza001');
    const statistics = parsed((await ask(`${server}/createhandler/statistics/fRacPizza001`)).text);
    assert.ok(starts.length > 0);
    assert.equal(statistics.num_starts, starts.length);
  });
});
