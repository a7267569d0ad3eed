/** What stays on the phone. A value that does not pass its guard (an older version's) reads as absent. */
export function readKept<T>(key: string, isIt: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = wx.getStorageSync(key);
    return isIt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A full or broken storage loses the memory, never the action. */
export function keep(key: string, value: object): void {
  wx.setStorage({ key, data: value, fail: () => undefined });
}

export function forget(key: string): void {
  wx.removeStorage({ key, fail: () => undefined });
}
