/**
 * What the pages of a test ask of the phone: where they led, which toasts they showed, which photos were chosen, what
 * was stored.
 */
import type { Called } from '../../support/simulate';

export const visited: string[] = [];
export const toasts: string[] = [];
export const chosenPhotos: string[] = [];
const stored = new Map<string, string>();
export const phone = globalThis as unknown as { wx: Record<string, unknown> };

interface Saving {
  readonly tempFilePath: string;
  success(done: { savedFilePath: string }): void;
}
const visit = ({ url, success }: { url: string; success?: () => void }): void => {
  visited.push(url);
  success?.();
};

/** Call it before each test. */
export function freshPhone(): void {
  for (const list of [visited, toasts, chosenPhotos]) list.length = 0;
  stored.clear();
  document.body.innerHTML = '';
  Object.assign(phone.wx, {
    requirePrivacyAuthorize: ({ success }: { success(): void }) => success(),
    navigateTo: visit,
    redirectTo: visit,
    switchTab: visit,
    navigateBack: ({ success }: { success?: () => void } = {}) => {
      visited.push('back');
      success?.();
    },
    showNavigationBarLoading: () => undefined,
    hideNavigationBarLoading: () => undefined,
    showToast: ({ title }: { title: string }) => toasts.push(title),
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => visited.push(`tel:${phoneNumber}`),
    chooseMedia: async () => ({ tempFiles: chosenPhotos.map((tempFilePath) => ({ tempFilePath, size: 1000 })) }),
    getImageInfo: async () => Promise.reject(new Error('getImageInfo:fail')),
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
