/** A page without a build, whose script comes from another origin. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testHost } from './support/test-host.mjs';

const ELSEWHERE = 'https://cdn.example.org/learner-elements/';

testHost('a page of plain HTML that takes the script from another origin', 'plain-html', {
  built: '.',
  prepare: (page, folder) =>
    page.route(`${ELSEWHERE}**`, (route) => {
      const file = join(folder, 'node_modules/learner-elements', route.request().url().slice(ELSEWHERE.length));
      const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
      return route.fulfill({ body: readFileSync(file), headers });
    }),
});
