import type { Host } from '../../host';
import { isFunction } from '../../builtin/support/values';
import { api, ApiFailure, type Answer, type Options } from './call';

/** Reports the progress of one upload or download, and stops it. */
export interface Progress {
  readonly signal: AbortSignal;
  report(doneBytes: number, totalBytes: number): void;
  /** POSTs a body and reports its progress, under the network setting. @throws ApiFailure */
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
    // fetch does not report how much of a body was sent
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('x-openid', host.settings.openid);
    request.upload.addEventListener('progress', ({ loaded, total }) => progress.report(loaded, total));
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

/**
 * Creates an API whose call reports progress and can be aborted: with callbacks it answers a task, without them a
 * promise.
 */
export function transferTask(host: Host, name: string, transfer: Transfer): (options?: unknown) => unknown {
  return (given) => {
    const stop = new AbortController();
    const listeners = new Set<(...data: unknown[]) => unknown>();
    const report = (doneBytes: number, totalBytes: number): void => {
      const detail = {
        progress: totalBytes === 0 ? 100 : Math.round((100 * doneBytes) / totalBytes),
        totalBytesSent: doneBytes,
        totalBytesExpectedToSend: totalBytes,
        totalBytesWritten: doneBytes,
        totalBytesExpectedToWrite: totalBytes,
      };
      for (const listener of listeners) listener(detail);
    };
    const progress = { signal: stop.signal, report };
    const running = api(name, (options) =>
      transfer(options, { ...progress, send: (path, body) => post(host, path, body, progress) }),
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
