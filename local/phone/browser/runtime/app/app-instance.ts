/** The app that `App({…})` defines, with its lifecycles. */
import type { Emitter } from './emitter';
import type { HostEvent, LaunchOptions } from '../../host';

export class AppInstance {
  #definition: Record<string, unknown> = {};
  readonly #emitter: Emitter<HostEvent>;
  readonly launch: LaunchOptions;

  constructor(launch: LaunchOptions, emitter: Emitter<HostEvent>) {
    this.launch = launch;
    this.#emitter = emitter;
  }

  readonly define = (definition: Record<string, unknown>): void => {
    this.#definition = definition;
  };

  get instance(): Record<string, unknown> {
    return this.#definition;
  }

  call(name: string, detail: unknown): void {
    const handler = this.#definition[name];
    if (typeof handler !== 'function') return;
    try {
      const answer: unknown = handler.call(this.#definition, detail);
      if (answer instanceof Promise)
        void answer.catch((error: unknown) => {
          reportError(error);
        });
    } catch (error) {
      reportError(error);
    }
  }

  start(): void {
    this.call('onLaunch', this.launch);
    this.call('onShow', this.launch);
    this.#emitter.emit('appShow', this.launch);
    document.addEventListener('visibilitychange', () => {
      this.#visibilityChanged();
    });
    window.addEventListener('error', (event) => {
      this.#failed('error', 'onError', event.message);
    });
    window.addEventListener('unhandledrejection', (event) => {
      this.#failed('unhandledRejection', 'onUnhandledRejection', { reason: event.reason, promise: event.promise });
    });
  }

  #failed(event: HostEvent, handler: string, detail: unknown): void {
    this.call(handler, detail);
    this.#emitter.emit(event, detail);
  }

  #visibilityChanged(): void {
    const hidden = document.visibilityState === 'hidden';
    this.call(hidden ? 'onHide' : 'onShow', this.launch);
    this.#emitter.emit(hidden ? 'appHide' : 'appShow', this.launch);
  }

  /** A component's package could not be fetched; its placeholder stays. */
  lazyLoadFailed(root: string, errMsg: string): void {
    this.#emitter.emit('lazyLoadError', { type: 'subpackage', subpackage: [root], errMsg });
  }

  pageNotFound(detail: { path: string; query: Record<string, string>; isEntryPage: boolean }): void {
    this.call('onPageNotFound', detail);
    this.#emitter.emit('pageNotFound', detail);
  }
}
