/** The phone's storage. A value that does not pass its guard (an older version's) reads as absent. */
export function readCached<T>(key: string, isIt: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = wx.getStorageSync(key);
    return isIt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A full or broken storage loses the value, never the action. */
export function writeCached(key: string, value: object): void {
  wx.setStorage({ key, data: value, fail: () => undefined });
}

export function removeCached(key: string): void {
  wx.removeStorage({ key, fail: () => undefined });
}
