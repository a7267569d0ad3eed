import type { Host } from '../../host';
import { isFunction } from '../../builtin/support/values';
import { api, ApiFailure, type Answer, type Options } from './call';

/** How far one upload or download is, and how it is stopped. */
export interface Progress {
  signal: AbortSignal;
  tell(done: number, all: number): void;
  /** POSTs a body and tells its progress; obeys the network setting. @throws ApiFailure */
  send(path: string, body: Blob): Promise<{ status: number; text: string }>;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function post(
  host: Host,
  path: string,
  body: Blob,
  progress: Omit<Progress, 'send'>,
): Promise<{ status: number; text: string }> {
  if (host.settings.network === 'slow') await wait(host.settings.slowDelayMs);
  if (host.settings.network === 'off')
    throw new ApiFailure('uploadFile:fail net::ERR_INTERNET_DISCONNECTED', { errCode: -601_003 });
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of a body was sent
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('x-openid', host.settings.openid);
    request.upload.addEventListener('progress', ({ loaded, total }) => progress.tell(loaded, total));
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener('error', () =>
      reject(new ApiFailure('uploadFile:fail net::ERR_FAILED', { errCode: -601_003 })),
    );
    request.addEventListener('abort', () => reject(new ApiFailure('abort')));
    progress.signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

type Transfer = (options: Options, progress: Progress) => Promise<Answer>;

/** An API whose call can be watched and aborted: with callbacks it answers a task, without them a promise. */
export function transferTask(host: Host, name: string, transfer: Transfer): (options?: unknown) => unknown {
  return (given) => {
    const stop = new AbortController();
    const listeners = new Set<(...data: unknown[]) => unknown>();
    const tell = (done: number, all: number): void => {
      const detail = {
        progress: all === 0 ? 100 : Math.round((100 * done) / all),
        totalBytesSent: done,
        totalBytesExpectedToSend: all,
        totalBytesWritten: done,
        totalBytesExpectedToWrite: all,
      };
      for (const listener of listeners) listener(detail);
    };
    const watched = { signal: stop.signal, tell };
    const running = api(name, (options) =>
      transfer(options, { ...watched, send: (path, body) => post(host, path, body, watched) }),
    )(given);
    const task = {
      abort: () => stop.abort(),
      onProgressUpdate: (listener: unknown) => void (isFunction(listener) && listeners.add(listener)),
      offProgressUpdate: (listener?: unknown) =>
        void (isFunction(listener) ? listeners.delete(listener) : listeners.clear()),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
    return running === undefined ? task : running;
  };
}
