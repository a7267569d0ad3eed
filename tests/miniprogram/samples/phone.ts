/**
 * What the pages of a test ask of the phone: where they went, what they said, which pictures were chosen, what was
 * stored.
 */
import type { Called } from '../../support/simulate';

export const went: string[] = [];
export const said: string[] = [];
export const chosen: string[] = [];
const stored = new Map<string, string>();
export const phone = globalThis as unknown as { wx: Record<string, unknown> };

interface Saving {
  readonly tempFilePath: string;
  success(done: { savedFilePath: string }): void;
}
const go = ({ url, success }: { url: string; success?: () => void }): void => {
  went.push(url);
  success?.();
};

/** Call it before each test. */
export function freshPhone(): void {
  for (const list of [went, said, chosen]) list.length = 0;
  stored.clear();
  document.body.innerHTML = '';
  Object.assign(phone.wx, {
    navigateTo: go,
    redirectTo: go,
    switchTab: go,
    navigateBack: ({ success }: { success?: () => void } = {}) => {
      went.push('back');
      success?.();
    },
    showToast: ({ title }: { title: string }) => said.push(title),
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => went.push(`tel:${phoneNumber}`),
    chooseMedia: async () => ({ tempFiles: chosen.map((tempFilePath) => ({ tempFilePath, size: 1000 })) }),
    getFileSystemManager: () => ({
      saveFile: ({ tempFilePath, success }: Saving) => success({ savedFilePath: `saved/${tempFilePath}` }),
    }),
    getStorageSync: (key: string): unknown => JSON.parse(stored.get(key) ?? '""'),
    setStorage: ({ key, data }: { key: string; data: unknown }) => stored.set(key, JSON.stringify(data)),
    removeStorage: ({ key }: { key: string }) => stored.delete(key),
  });
}

/** What the first call of that endpoint carried. */
export const inputOf = (calls: readonly Called[], name: string): Record<string, unknown> | undefined =>
  calls.find((call) => call.name === name)?.input;
