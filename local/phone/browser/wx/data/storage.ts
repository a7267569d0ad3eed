import type { Host } from '../../host';
import { asBag, asText } from '../../builtin/support/values';
import { api, ApiFailure, requireList, requireText, type Answer } from '../support/call';

/** WeChat's limits: 10 MB for one user of one mini-program, 1 MB for one entry. Counted in bytes of JSON. */
const limitBytes = 10 * 1024 * 1024;
const entryLimitBytes = 1024 * 1024;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The store of the user who holds the phone, inside the browser's own. */
class Store {
  constructor(private readonly host: Host) {}

  get(key: string): unknown {
    const text = localStorage.getItem(this.prefix() + key);
    return text === null ? undefined : asBag(JSON.parse(text))['data'];
  }

  set(key: string, data: unknown): void {
    if (key === '') throw new ApiFailure('parameter error: parameter.key should not be empty');
    const text = JSON.stringify({ data });
    if (bytes(text) > entryLimitBytes) throw new ApiFailure('entry size limit reached');
    const before = localStorage.getItem(this.prefix() + key);
    if (this.size() - bytes(before ?? '') + bytes(text) > limitBytes)
      throw new ApiFailure('exceed storage max size 10Mb');
    try {
      localStorage.setItem(this.prefix() + key, text);
    } catch {
      throw new ApiFailure('exceed storage max size 10Mb');
    }
  }

  remove(key: string): void {
    localStorage.removeItem(this.prefix() + key);
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key);
  }

  keys(): string[] {
    const prefix = this.prefix();
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  size(): number {
    return this.keys().reduce(
      (sum, key) => sum + bytes(key) + bytes(localStorage.getItem(this.prefix() + key) ?? ''),
      0,
    );
  }

  info(): Answer {
    return { keys: this.keys(), currentSize: Math.ceil(this.size() / 1024), limitSize: limitBytes / 1024 };
  }

  private prefix(): string {
    return `wx:storage:${this.host.settings.openid}:`;
  }
}

function batchApis(store: Store): Record<string, unknown> {
  const setAll = (list: readonly unknown[]): void => {
    for (const entry of list.map(asBag)) store.set(asText(entry['key']), entry['value']);
  };
  return {
    batchSetStorage: api('batchSetStorage', (options) => setAll(requireList(options, 'kvList'))),
    batchSetStorageSync: (list: readonly unknown[]) => setAll(list),
    batchGetStorage: api('batchGetStorage', (options) => ({
      dataList: requireList(options, 'keyList').map((key) => store.get(asText(key)) ?? ''),
    })),
    batchGetStorageSync: (keys: readonly unknown[]) => keys.map((key) => store.get(asText(key)) ?? ''),
  };
}

export function storageApis(host: Host): Record<string, unknown> {
  const store = new Store(host);
  return {
    ...batchApis(store),
    setStorage: api('setStorage', (options) => store.set(requireText(options, 'key'), options['data'])),
    setStorageSync: (key: unknown, data: unknown) => {
      try {
        store.set(asText(key), data);
      } catch (error) {
        throw new Error(`setStorageSync:fail ${error instanceof Error ? error.message : ''}`);
      }
    },
    getStorage: api('getStorage', (options) => {
      const data = store.get(requireText(options, 'key'));
      if (data === undefined) throw new ApiFailure('data not found');
      return { data };
    }),
    getStorageSync: (key: unknown) => store.get(asText(key)) ?? '',
    removeStorage: api('removeStorage', (options) => store.remove(requireText(options, 'key'))),
    removeStorageSync: (key: unknown) => store.remove(asText(key)),
    clearStorage: api('clearStorage', () => store.clear()),
    clearStorageSync: () => store.clear(),
    getStorageInfo: api('getStorageInfo', () => store.info()),
    getStorageInfoSync: () => store.info(),
  };
}
