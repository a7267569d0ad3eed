import { html } from 'hono/html';
import type { InvocationTrace } from '../observe/trace';
import { consoleText } from '../text/console';

/** A piece of the page; what it interpolates is escaped. */
export type Fragment = ReturnType<typeof html>;

/** A moment as the page prints it, to the second. */
export function time(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

/** The first row of a table. */
export function headings(names: readonly string[]): Fragment {
  return html`<tr>
    ${names.map((name) => html`<th>${name}</th>`)}
  </tr>`;
}

function operationRows(trace: InvocationTrace): Fragment[] {
  return trace.operations.map(
    (each) =>
      html`<tr class="${each.plan.includes('COLLSCAN') || each.sortedInMemory ? 'bad' : ''}">
        <td>${each.action}</td>
        <td>${each.collection}</td>
        <td>${consoleText.plan(each.plan, each.sortedInMemory)}</td>
        <td>${each.examined}</td>
        <td>${each.returned}</td>
        <td>${each.bytes}</td>
        <td>${each.ms.toFixed(2)}</td>
      </tr>`,
  );
}

function operationTable(trace: InvocationTrace): Fragment {
  return html`<table>
    ${headings(consoleText.operationColumns)} ${operationRows(trace)}
  </table>`;
}

function summary(trace: InvocationTrace): string {
  const { openid = consoleText.anonymous, source } = trace;
  const facts = [openid, source, time(trace.at), consoleText.counts(trace), consoleText.size(trace.bytes, trace.ms)];
  return [...facts, ...(trace.coldStart ? [consoleText.coldStart] : [])].join(' · ');
}

/** One invocation with its queries, its calls of other services and what it printed. */
export function invocation(trace: InvocationTrace): Fragment {
  return html`<details class="${trace.error === undefined ? '' : 'bad'}">
    <summary><b>${trace.name}</b> ${trace.event ?? ''} · ${summary(trace)}</summary>
    ${trace.error === undefined ? '' : html`<p class="error">${trace.error}</p>`}
    ${trace.operations.length === 0 ? '' : operationTable(trace)}
    ${trace.calls.length === 0 ? '' : html`<p>${consoleText.calls(trace.calls)}</p>`}
    ${trace.late.length === 0 ? '' : html`<p class="error">${consoleText.late(trace.late)}</p>`}
    ${trace.logs.length === 0 ? '' : html`<pre tabindex="0">${trace.logs.join('\n')}</pre>`}
  </details>`;
}
