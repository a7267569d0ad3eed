import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { CloudServices } from '../services';
import { consoleText } from '../text/console';
import { headings, invocation, time, type Fragment } from './invocation';
import { consoleStyle } from './style';

const maxCallsShown = 50;
const maxDocumentsShown = 20;
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'";

function collections(services: CloudServices): Fragment {
  const rows = services.database.describe().map(
    (each) =>
      html`<tr>
        <td><a href="/local?collection=${encodeURIComponent(each.name)}">${each.name}</a></td>
        <td>${each.count}</td>
        <td>${consoleText.indexes(each.indexes)}</td>
      </tr>`,
  );
  return html`<table>
    ${headings(consoleText.collectionColumns)} ${rows}
  </table>`;
}

function idOf(document: object | undefined): string {
  return document !== undefined && '_id' in document ? String(document._id) : '';
}

function documents(services: CloudServices, name: string, afterId: string | undefined): Fragment {
  const isKnown = services.database.describe().some((each) => each.name === name);
  if (!isKnown) return html`<p>${consoleText.noCollection(name)}</p>`;
  const list = services.database.browse(name, { limit: maxDocumentsShown, ...(afterId !== undefined && { afterId }) });
  const next = `/local?collection=${encodeURIComponent(name)}&after=${encodeURIComponent(idOf(list.at(-1)))}`;
  const isFull = list.length === maxDocumentsShown;
  return html`<h2>${name}</h2>
    ${list.map((document) => html`<pre tabindex="0">${JSON.stringify(document, undefined, 2)}</pre>`)}
    <p>${isFull ? html`<a href="${next}">${consoleText.nextPage}</a>` : consoleText.lastPage}</p>`;
}

function nextTimers(services: CloudServices): Fragment | string {
  const runs = services.scheduler.nextRuns();
  if (runs.length === 0) return '';
  const items = runs.map(
    ({ name, dueMs }) => html`<li>${consoleText.timer(name, time(new Date(dueMs).toISOString()))}</li>`,
  );
  return html`<h2>${consoleText.nextTimers}</h2>
    <ul>
      ${items}
    </ul>`;
}

function overview(services: CloudServices): Fragment {
  const facts = [consoleText.cloudTime(time(services.clock.now().toISOString()))];
  if (services.options.strict === true) facts.push(consoleText.strictMode);
  return html`<p>${facts.join(' · ')}</p>
    ${nextTimers(services)}
    <h2>${consoleText.recentCalls}</h2>
    ${services.traces.last(maxCallsShown).reverse().map(invocation)}
    <h2>${consoleText.collections}</h2>
    ${collections(services)}`;
}

function page(body: Fragment): Fragment {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${consoleText.title}</title>
        <style>
          ${raw(consoleStyle)}
        </style>
      </head>
      <body>
        <header>
          <h1><a href="/local">${consoleText.title}</a></h1>
        </header>
        <main>${body}</main>
      </body>
    </html>`;
}

/** `GET /local`: what was called lately and how its queries ran, and what the collections hold. */
export function addConsole(app: Hono, services: CloudServices): void {
  app.get('/local', (context) => {
    const name = context.req.query('collection');
    const body = name === undefined ? overview(services) : documents(services, name, context.req.query('after'));
    context.header('content-security-policy', contentSecurityPolicy);
    return context.html(page(body));
  });
}
