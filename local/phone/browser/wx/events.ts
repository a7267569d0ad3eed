import type { Host, HostEvent } from '../host';
import { createListeners } from './support/listeners';

type DetailMapper = (detail: unknown) => unknown;

const unchanged: DetailMapper = (detail) => detail;

/** The names behind `wx.on`, the runtime's event of each, and what a listener gets. */
const sources: readonly (readonly [name: string, event: HostEvent, toDetail: DetailMapper])[] = [
  ['AppShow', 'appShow', unchanged],
  ['AppHide', 'appHide', unchanged],
  ['Error', 'error', (detail) => (detail instanceof Error ? `${detail.message}\n${detail.stack ?? ''}` : detail)],
  ['UnhandledRejection', 'unhandledRejection', unchanged],
  ['PageNotFound', 'pageNotFound', unchanged],
  ['LazyLoadError', 'lazyLoadError', unchanged],
];

/** Events that a desktop browser never has: listening is allowed and has no effect. */
const neverFired = [
  'ThemeChange',
  'KeyboardHeightChange',
  'MemoryWarning',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
  'UserCaptureScreen',
  'LocationChange',
  'MenuButtonBoundingClientRectWeightChange',
  'DeviceOrientationChange',
  'WindowStateChange',
] as const;

/**
 * The keys of a computer's keyboard, for pages that listen, as WeChat on a computer hands them out. What is typed into
 * a field belongs to the field; Escape types nothing.
 */
function keyApis(): Record<string, unknown> {
  const apis: Record<string, unknown> = {};
  for (const [name, type] of [
    ['KeyDown', 'keydown'],
    ['KeyUp', 'keyup'],
  ] as const) {
    const listeners = createListeners();
    document.addEventListener(type, (event) => {
      if (event.key === 'Escape' || !isTyping(event.target))
        listeners.notify({ key: event.key, code: event.code, timeStamp: event.timeStamp });
    });
    apis[`on${name}`] = listeners.on;
    apis[`off${name}`] = listeners.off;
  }
  return apis;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

export function eventApis(host: Host): Record<string, unknown> {
  const apis: Record<string, unknown> = {};
  for (const [name, event, toDetail] of sources) {
    const listeners = createListeners();
    host.on(event, (detail) => listeners.notify(toDetail(detail)));
    apis[`on${name}`] = listeners.on;
    apis[`off${name}`] = listeners.off;
  }
  for (const name of neverFired) {
    const listeners = createListeners();
    apis[`on${name}`] = listeners.on;
    apis[`off${name}`] = listeners.off;
  }
  const resized = createListeners();
  host.on('resize', () => {
    const { windowWidth, windowHeight } = host.sizes();
    resized.notify({
      size: { windowWidth, windowHeight },
      deviceOrientation: windowWidth > windowHeight ? 'landscape' : 'portrait',
    });
  });
  return { ...apis, ...keyApis(), onWindowResize: resized.on, offWindowResize: resized.off };
}
