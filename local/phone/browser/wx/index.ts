import type { Host } from '../host';
import { canvasApis } from './interface/canvas';
import { cloudApis } from './data/cloud';
import { deviceApis } from './device/device';
import { dialogApis } from './interface/dialogs';
import { eventApis } from './events';
import { locationApis } from './device/location';
import { mediaApis } from './media/media';
import { navigationApis, tabBarApis } from './interface/navigation';
import { networkApis } from './device/network';
import { openApis, privacyApis } from './open/open';
import { previewApis } from './media/preview';
import { scanApis } from './device/scan';
import { storageApis } from './data/storage';
import { systemApis } from './device/system';
import { toolApis } from './tools';

/** Names that pages asked for and that do not exist here, in the order of their first use; the frame and tests show them. */
export const missedNames = new Set<string>();

/**
 * What is absent reads as undefined, as on a phone with an older WeChat, so that `if (wx.something)` works; calling it throws
 * `wx.something is not a function`. The first reading of each name is told once.
 */
function watchMissing(apis: Record<string, unknown>, prefix: string): object {
  return new Proxy(apis, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
      const full = `${prefix}.${name}`;
      if (!missedNames.has(full)) console.warn(`${full} is not available in the browser`);
      missedNames.add(full);
      return undefined;
    },
  });
}

/** The object `wx` of a mini-program. Which names it has stands in names.ts. */
export function createWx(host: Host): object {
  return watchMissing(
    {
      ...navigationApis(host),
      ...tabBarApis(host),
      ...dialogApis(host),
      ...storageApis(host),
      ...networkApis(host),
      ...mediaApis(host),
      ...previewApis(host),
      ...systemApis(host),
      ...deviceApis(host),
      ...openApis(host),
      ...privacyApis(host),
      ...locationApis(host),
      ...scanApis(host),
      ...canvasApis(host),
      ...eventApis(host),
      ...toolApis(host),
      cloud: watchMissing(cloudApis(host), 'wx.cloud'),
    },
    'wx',
  );
}
