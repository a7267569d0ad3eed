/** Sends server-sent events to every open page. */
import type { ServerResponse } from 'node:http';

export class EventStream {
  readonly #listeners = new Set<ServerResponse>();

  subscribe(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.write(': open\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  send(event: string, text: string): void {
    const data = text
      .split('\n')
      .map((line) => `data: ${line}`)
      .join('\n');
    for (const response of this.#listeners) response.write(`event: ${event}\n${data}\n\n`);
  }

  close(): void {
    for (const response of this.#listeners) response.end();
    this.#listeners.clear();
  }
}
