import { isFunction } from '../../builtin/support/values';

/** One `wx.onXxx` with its `wx.offXxx`: several listeners, taken away one by one or all at once. */
export interface Listeners {
  on(listener: unknown): void;
  off(listener?: unknown): void;
  tell(detail: unknown): void;
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
    tell: (detail) => [...listeners].forEach((listener) => void listener(detail)),
  };
}
