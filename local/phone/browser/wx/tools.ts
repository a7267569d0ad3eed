import type { Host } from '../host';
import { absentTags, builtinTags } from '../builtin/names';
import { asText } from '../builtin/support/values';
import { base64ToBytes, bytesToBase64 } from '../builtin/support/bytes';
import { createAnimation } from './interface/animation';
import { userDataPath } from '../builtin/device/user-files';
import { fileSystem } from './data/files';
import { api } from './support/call';

type Apis = Readonly<Record<string, unknown>>;

/**
 * Makes `wx.canIUse('showToast')`, which answers `'cloud.callFunction'` or `'button.open-type.share'`, too, by the
 * first name (of the cloud by two).
 */
export function canIUse(apis: Apis, cloud: Apis): (schema: unknown) => boolean {
  return (schema) => {
    const [first = '', second] = asText(schema).split('.');
    if (first === 'cloud') return second === undefined || Object.hasOwn(cloud, second);
    return Object.hasOwn(apis, first) || (builtinTags.includes(first) && !absentTags.includes(first));
  };
}

const log =
  (level: 'debug' | 'info' | 'warn') =>
  (...lines: unknown[]): void =>
    console[level](...lines);

const realtimeLog = () => ({
  info: log('info'),
  warn: log('warn'),
  error: log('warn'),
  setFilterMsg: () => undefined,
  addFilterMsg: () => undefined,
  in: () => undefined,
});

export function toolApis(host: Host): Record<string, unknown> {
  return {
    env: { USER_DATA_PATH: userDataPath },
    nextTick: (callback: () => void) => queueMicrotask(callback),
    createAnimation,
    createSelectorQuery: () => host.createSelectorQuery(),
    createIntersectionObserver: (component: unknown, options?: Record<string, unknown>) =>
      host.createIntersectionObserver(component, options),
    getFileSystemManager: () => fileSystem(host),
    arrayBufferToBase64: (buffer: ArrayBuffer) => bytesToBase64(new Uint8Array(buffer)),
    base64ToArrayBuffer: (text: unknown) => base64ToBytes(asText(text)).buffer,
    getLogManager: () => ({ debug: log('debug'), log: log('debug'), info: log('info'), warn: log('warn') }),
    getRealtimeLogManager: realtimeLog,
    /** Statistics would go to WeChat's servers, which this phone does not reach. */
    reportEvent: () => undefined,
    reportAnalytics: () => undefined,
    reportPerformance: () => undefined,
    reportMonitor: () => undefined,
    getPerformance: () => ({
      getEntries: () => [],
      getEntriesByName: () => [],
      getEntriesByType: () => [],
      setBufferSize: () => undefined,
      createObserver: () => ({ observe: () => undefined, disconnect: () => undefined, supportedEntryTypes: [] }),
    }),
    preloadSubpackage: api('preloadSubpackage', () => undefined),
  };
}
