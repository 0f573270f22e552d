import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import process from 'node:process';
import nunjucks from 'nunjucks';

const templates = nunjucks.configure(join(import.meta.dirname, 'templates'), { autoescape: true });
const site = { language: 'en', direction: 'ltr', title: 'Server-rendered' };
const statistics = {
  user: { name: 'Amara Okafor', timezone: 'Africa/Lagos' },
  urls: { dashboard: '/creatordashboardhandler/data', events: '/oppia/events.ndjson' },
};

/** Where the files of `/static/` lie: the package's own scripts, and those of the site. */
function staticFile(path) {
  const own = '/static/learner-elements/';
  if (path.startsWith(own)) return join(import.meta.dirname, 'node_modules/learner-elements', normalize(`/${path.slice(own.length)}`));
  return join(import.meta.dirname, normalize(path));
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://host');
  if (pathname === '/') return html(response, templates.render('page.html', site));
  if (pathname === '/statistics') return html(response, templates.render('statistics.html', statistics));
  if (pathname.startsWith('/static/') && pathname.endsWith('.js')) {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
    return response.end(readFileSync(staticFile(pathname)));
  }
  return response.writeHead(404).end();
});

function html(response, text) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(text);
}

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
