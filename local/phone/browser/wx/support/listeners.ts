import { isFunction } from '../../builtin/support/values';

/** The listeners of one `wx.onXxx`; its `wx.offXxx` removes one or all of them. */
export interface Listeners {
  on(listener: unknown): void;
  off(listener?: unknown): void;
  notify(detail: unknown): void;
}

export function createListeners(): Listeners {
  const listeners = new Set<(...data: unknown[]) => unknown>();
  return {
    on: (listener) => {
      if (isFunction(listener)) listeners.add(listener);
    },
    off: (listener) => {
      if (listener === undefined) listeners.clear();
      else if (isFunction(listener)) listeners.delete(listener);
    },
    notify: (detail) => [...listeners].forEach((listener) => void listener(detail)),
  };
}
