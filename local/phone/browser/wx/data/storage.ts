import type { Host } from '../../host';
import { asRecord, asText } from '../../builtin/support/values';
import { api, ApiFailure, requireList, requireText, type Answer } from '../support/call';

/**
 * At most 10 MB for a user of a mini-program and 1 MB for an entry, because WeChat allows no more; counted in bytes of
 * JSON.
 */
const maxBytes = 10 * 1024 * 1024;
const maxEntryBytes = 1024 * 1024;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** The storage of the phone's user, in the browser's local storage. */
class UserStorage {
  constructor(private readonly host: Host) {}

  get(key: string): unknown {
    const text = localStorage.getItem(this.prefix() + key);
    return text === null ? undefined : asRecord(JSON.parse(text))['data'];
  }

  set(key: string, data: unknown): void {
    if (key === '') throw new ApiFailure('parameter error: parameter.key should not be empty');
    const text = JSON.stringify({ data });
    if (byteLength(text) > maxEntryBytes) throw new ApiFailure('entry size limit reached');
    const before = localStorage.getItem(this.prefix() + key);
    if (this.size() - byteLength(before ?? '') + byteLength(text) > maxBytes)
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
      (sum, key) => sum + byteLength(key) + byteLength(localStorage.getItem(this.prefix() + key) ?? ''),
      0,
    );
  }

  info(): Answer {
    return { keys: this.keys(), currentSize: Math.ceil(this.size() / 1024), limitSize: maxBytes / 1024 };
  }

  private prefix(): string {
    return `wx:storage:${this.host.settings.openid}:`;
  }
}

function batchApis(storage: UserStorage): Record<string, unknown> {
  const setAll = (list: readonly unknown[]): void => {
    for (const entry of list.map(asRecord)) storage.set(asText(entry['key']), entry['value']);
  };
  return {
    batchSetStorage: api('batchSetStorage', (options) => setAll(requireList(options, 'kvList'))),
    batchSetStorageSync: (list: readonly unknown[]) => setAll(list),
    batchGetStorage: api('batchGetStorage', (options) => ({
      dataList: requireList(options, 'keyList').map((key) => storage.get(asText(key)) ?? ''),
    })),
    batchGetStorageSync: (keys: readonly unknown[]) => keys.map((key) => storage.get(asText(key)) ?? ''),
  };
}

export function storageApis(host: Host): Record<string, unknown> {
  const storage = new UserStorage(host);
  return {
    ...batchApis(storage),
    setStorage: api('setStorage', (options) => storage.set(requireText(options, 'key'), options['data'])),
    setStorageSync: (key: unknown, data: unknown) => {
      try {
        storage.set(asText(key), data);
      } catch (error) {
        throw new Error(`setStorageSync:fail ${error instanceof Error ? error.message : ''}`);
      }
    },
    getStorage: api('getStorage', (options) => {
      const data = storage.get(requireText(options, 'key'));
      if (data === undefined) throw new ApiFailure('data not found');
      return { data };
    }),
    getStorageSync: (key: unknown) => storage.get(asText(key)) ?? '',
    removeStorage: api('removeStorage', (options) => storage.remove(requireText(options, 'key'))),
    removeStorageSync: (key: unknown) => storage.remove(asText(key)),
    clearStorage: api('clearStorage', () => storage.clear()),
    clearStorageSync: () => storage.clear(),
    getStorageInfo: api('getStorageInfo', () => storage.info()),
    getStorageInfoSync: () => storage.info(),
  };
}
