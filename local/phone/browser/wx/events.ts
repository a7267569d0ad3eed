import type { Host, HostEvent } from '../host';
import { createListeners } from './support/listeners';

type Shape = (detail: unknown) => unknown;

const same: Shape = (detail) => detail;

/** `wx.on…` names, the runtime's event behind each, and what WeChat hands to the listener. */
const sources: readonly (readonly [name: string, event: HostEvent, shape: Shape])[] = [
  ['AppShow', 'appShow', same],
  ['AppHide', 'appHide', same],
  ['Error', 'error', (detail) => (detail instanceof Error ? `${detail.message}\n${detail.stack ?? ''}` : detail)],
  ['UnhandledRejection', 'unhandledRejection', same],
  ['PageNotFound', 'pageNotFound', same],
];

/** Events that a desktop browser never has; listening to them is allowed and hears nothing. */
const silent = [
  'ThemeChange',
  'KeyboardHeightChange',
  'MemoryWarning',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
  'UserCaptureScreen',
  'LocationChange',
  'MenuButtonBoundingClientRectWeightChange',
  'LazyLoadError',
  'DeviceOrientationChange',
  'WindowStateChange',
] as const;

export function eventApis(host: Host): Record<string, unknown> {
  const apis: Record<string, unknown> = {};
  for (const [name, event, shape] of sources) {
    const listeners = createListeners();
    host.on(event, (detail) => listeners.tell(shape(detail)));
    apis[`on${name}`] = listeners.on;
    apis[`off${name}`] = listeners.off;
  }
  for (const name of silent) {
    const listeners = createListeners();
    apis[`on${name}`] = listeners.on;
    apis[`off${name}`] = listeners.off;
  }
  const resized = createListeners();
  host.on('resize', () => {
    const { windowWidth, windowHeight } = host.sizes();
    resized.tell({
      size: { windowWidth, windowHeight },
      deviceOrientation: windowWidth > windowHeight ? 'landscape' : 'portrait',
    });
  });
  return { ...apis, onWindowResize: resized.on, offWindowResize: resized.off };
}
