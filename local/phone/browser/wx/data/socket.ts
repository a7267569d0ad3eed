import type { Host } from '../../host';
import { asRecord, asText, asNumber, isFunction } from '../../builtin/support/values';
import { api, ApiFailure, requireText, type Options } from '../support/call';
import { createListeners } from '../support/listeners';

/** As many as WeChat's documentation (网络 · 使用说明) allows at a time. */
const mostSockets = 5;
/** What a browser calls a connection that ended without a word. */
const abnormalCode = 1006;
const events = ['Open', 'Message', 'Error', 'Close'] as const;

/** Asks for a connection to an address that the app may reach. @throws ApiFailure for any other one */
async function ticketOf(host: Host, url: string, options: Options): Promise<string> {
  const headers = {
    'x-outside-url': url,
    'x-outside-headers': encodeURIComponent(JSON.stringify(asRecord(options['header']))),
  };
  const response = await host.request('/outside/socket', { method: 'POST', headers }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : '';
    throw new ApiFailure(reason.replace(/^request:fail/, 'connectSocket:fail'));
  });
  const answer = asRecord(await response.json().catch(() => undefined));
  if (response.ok) return asText(answer['ticket']);
  throw new ApiFailure(asText(answer['errMsg'], `connectSocket:fail ${response.status}`));
}

/** WeChat's `SocketTask`, over a web socket of the browser that the phone's server leads on. */
class SocketTask {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly #listeners = new Map(events.map((event) => [event, createListeners()]));
  #socket: WebSocket | undefined;
  #isClosed = false;

  get readyState(): number {
    return this.#isClosed ? this.CLOSED : (this.#socket?.readyState ?? this.CONNECTING);
  }

  readonly onOpen = (listener: unknown) => this.#listeners.get('Open')?.on(listener);
  readonly onMessage = (listener: unknown) => this.#listeners.get('Message')?.on(listener);
  readonly onError = (listener: unknown) => this.#listeners.get('Error')?.on(listener);
  readonly onClose = (listener: unknown) => this.#listeners.get('Close')?.on(listener);

  readonly send = api('SocketTask.send', ({ data }) => {
    if (this.#socket === undefined || this.readyState !== this.OPEN)
      throw new ApiFailure('SocketTask.readyState is not OPEN');
    if (typeof data !== 'string' && !(data instanceof ArrayBuffer))
      throw new ApiFailure('parameter error: parameter.data should be String or ArrayBuffer;');
    this.#socket.send(data);
  });

  readonly close = api('SocketTask.close', ({ code, reason }) => {
    const socket = this.#socket;
    const number = asNumber(code, 1000);
    if (socket === undefined) this.end(number, asText(reason));
    else socket.close(number, asText(reason));
  });

  notify(event: (typeof events)[number], detail: object): void {
    this.#listeners.get(event)?.notify(detail);
  }

  /** Tells of the end, once. */
  end(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket?.close();
    this.notify('Close', { code, reason });
  }

  connect(address: string, protocols: readonly string[]): void {
    if (this.#isClosed) return;
    const socket = new WebSocket(address, [...protocols]);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.notify('Open', { header: {}, profile: {} }));
    socket.addEventListener('message', ({ data }) => this.notify('Message', { data }));
    socket.addEventListener('error', () => this.notify('Error', { errMsg: 'connectSocket:fail connection failed' }));
    socket.addEventListener('close', ({ code, reason }) => this.end(code, reason));
  }
}

/** Listeners of the whole app, for the socket that was opened last; its `offX` do not exist on a phone either. */
function appListeners(task: () => SocketTask | undefined) {
  const listeners = new Map(events.map((event) => [event, createListeners()]));
  const pass = (socket: SocketTask): void => {
    for (const event of events)
      socket[`on${event}`]((detail: unknown) => task() === socket && listeners.get(event)?.notify(detail));
  };
  const apis = Object.fromEntries(
    events.map((event) => [`onSocket${event}`, (listener: unknown) => listeners.get(event)?.on(listener)]),
  );
  return { pass, apis };
}

/** `wx.connectSocket` and its kin, to the addresses that the app's own list allows. */
export function socketApis(host: Host): Record<string, unknown> {
  const open = new Set<SocketTask>();
  let last: SocketTask | undefined;
  const app = appListeners(() => last);
  host.on('settings', () => {
    if (host.settings.network !== 'off') return;
    for (const task of open) task.end(abnormalCode, 'interrupted');
  });
  const start = async (task: SocketTask, options: Options): Promise<void> => {
    try {
      const url = requireText(options, 'url');
      if (open.size > mostSockets) throw new ApiFailure('exceed max task count');
      const ticket = await ticketOf(host, url, options);
      const protocols = Array.isArray(options['protocols']) ? options['protocols'].map(String) : [];
      task.connect(`ws://${location.host}/outside/socket?ticket=${ticket}`, protocols);
    } catch (error) {
      open.delete(task);
      task.notify('Error', { errMsg: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  };
  const connectSocket = (given?: unknown): SocketTask => {
    const task = new SocketTask();
    open.add(task);
    last = task;
    app.pass(task);
    task.onClose(() => open.delete(task));
    const running = api('connectSocket', (options) => start(task, options))(given);
    // the task tells of a failure; the promise belongs to nobody
    running?.catch(() => undefined);
    return task;
  };
  const lastTask = (name: 'send' | 'close') => (options?: unknown) => {
    const call: unknown = last?.[name];
    return isFunction(call) ? call(options) : undefined;
  };
  return { connectSocket, sendSocketMessage: lastTask('send'), closeSocket: lastTask('close'), ...app.apis };
}
