import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { InvocationTrace } from '../observe/trace';
import type { Parts } from '../parts';
import { STYLE } from './style';

const SHOWN_CALLS = 50;
const SHOWN_DOCUMENTS = 20;

type Piece = ReturnType<typeof html>;

const time = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

function operationRows(trace: InvocationTrace): Piece[] {
  return trace.operations.map(
    (each) =>
      html`<tr class="${each.plan.includes('COLLSCAN') || each.sortedInMemory ? 'bad' : ''}">
        <td>${each.action}</td>
        <td>${each.collection}</td>
        <td>${each.plan}${each.sortedInMemory ? ' + 内存排序' : ''}</td>
        <td>${each.examined}</td>
        <td>${each.returned}</td>
        <td>${each.bytes}</td>
        <td>${each.ms.toFixed(2)}</td>
      </tr>`,
  );
}

function operationTable(trace: InvocationTrace): Piece {
  return html`<table>
    <tr>
      <th>操作</th>
      <th>集合</th>
      <th>计划</th>
      <th>查看</th>
      <th>返回</th>
      <th>字节</th>
      <th>毫秒</th>
    </tr>
    ${operationRows(trace)}
  </table>`;
}

function invocation(trace: InvocationTrace): Piece {
  return html`<details class="${trace.error === undefined ? '' : 'bad'}">
    <summary>
      <b>${trace.name}</b> ${trace.event ?? ''} · ${trace.openid ?? '无身份'} · ${trace.source} · ${time(trace.at)} · 读
      ${trace.reads} 写 ${trace.writes} · 查 ${trace.examined} 得 ${trace.returned} · ${trace.bytes} 字节 · ${trace.ms}
      毫秒${trace.coldStart ? ' · 冷启动' : ''}
    </summary>
    ${trace.error === undefined ? '' : html`<p class="error">${trace.error}</p>`}
    ${trace.operations.length === 0 ? '' : operationTable(trace)}
    ${trace.calls.length === 0 ? '' : html`<p>调用：${trace.calls.join('、')}</p>`}
    ${trace.late.length === 0 ? '' : html`<p class="error">返回之后才做：${trace.late.join('、')}</p>`}
    ${trace.logs.length === 0 ? '' : html`<pre tabindex="0">${trace.logs.join('\n')}</pre>`}
  </details>`;
}

function collections(parts: Parts): Piece {
  const rows = parts.database.describe().map(
    (each) =>
      html`<tr>
        <td><a href="/local?collection=${encodeURIComponent(each.name)}">${each.name}</a></td>
        <td>${each.count}</td>
        <td>${each.indexes.map((index) => `${index.name}${index.unique === true ? '（唯一）' : ''}`).join('、')}</td>
      </tr>`,
  );
  return html`<table>
    <tr>
      <th>集合</th>
      <th>文档</th>
      <th>索引</th>
    </tr>
    ${rows}
  </table>`;
}

function idOf(document: object | undefined): string {
  return document !== undefined && '_id' in document ? String(document._id) : '';
}

function documents(parts: Parts, name: string, afterId: string | undefined): Piece {
  const known = parts.database.describe().some((each) => each.name === name);
  if (!known) return html`<p>没有集合 ${name}</p>`;
  const list = parts.database.browse(name, { limit: SHOWN_DOCUMENTS, ...(afterId !== undefined && { afterId }) });
  const next = `/local?collection=${encodeURIComponent(name)}&after=${encodeURIComponent(idOf(list.at(-1)))}`;
  return html`<h2>${name}</h2>
    ${list.map((document) => html`<pre tabindex="0">${JSON.stringify(document, undefined, 2)}</pre>`)}
    ${list.length === SHOWN_DOCUMENTS ? html`<p><a href="${next}">下一页</a></p>` : html`<p>到底了</p>`}`;
}

function overview(parts: Parts): Piece {
  const timers = parts.scheduler
    .upcoming()
    .map((timer) => html`<li>${timer.name}：${time(new Date(timer.dueMs).toISOString())}</li>`);
  return html`<p>
      云端时间（UTC）：${time(parts.clock.now().toISOString())}${parts.options.strict === true ? ' · 严格模式' : ''}
    </p>
    ${
      timers.length === 0
        ? ''
        : html`<h2>定时器下次触发</h2>
            <ul>
              ${timers}
            </ul>`
    }
    <h2>最近的调用</h2>
    ${parts.traces.last(SHOWN_CALLS).reverse().map(invocation)}
    <h2>集合</h2>
    ${collections(parts)}`;
}

/** `GET /local`: what was called lately and how its queries ran, and what the collections hold. */
export function addConsole(app: Hono, parts: Parts): void {
  app.get('/local', (context) => {
    const name = context.req.query('collection');
    const body = name === undefined ? overview(parts) : documents(parts, name, context.req.query('after'));
    context.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'",
    );
    return context.html(
      html`<!doctype html>
        <html lang="zh-CN">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>本地云</title>
            <style>
              ${raw(STYLE)}
            </style>
          </head>
          <body>
            <header>
              <h1><a href="/local">本地云</a></h1>
            </header>
            <main>${body}</main>
          </body>
        </html>`,
    );
  });
}
