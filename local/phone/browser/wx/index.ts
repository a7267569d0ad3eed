import type { Host } from '../host';
import { canvasApis } from './interface/canvas';
import { cloudApis, downloadApis } from './data/cloud';
import { deviceApis } from './device/device';
import { dialogApis } from './interface/dialogs';
import { eventApis } from './events';
import { locationApis } from './device/location';
import { mediaApis } from './media/media';
import { backgroundApis, navigationApis, navigationBarApis } from './interface/navigation';
import { tabBarApis } from './interface/tab-bar';
import { networkApis } from './device/network';
import { accountApis } from './open/account';
import { permissionApis } from './open/permissions';
import { privacyApis } from './open/privacy';
import { shareApis } from './open/share';
import { soundApis } from './media/sound';
import { previewApis } from './media/preview';
import { scanApis } from './device/scan';
import { requestApis } from './data/request';
import { socketApis } from './data/socket';
import { storageApis } from './data/storage';
import { systemApis } from './device/system';
import { canIUse, toolApis } from './tools';

/** The names that pages read and that do not exist here, in the order of their first use. */
export const missingNames = new Set<string>();

/**
 * An absent name reads as undefined, as on a phone with an older WeChat, so that `if (wx.something)` works; calling it
 * throws `wx.something is not a function`. The first use of each name is logged.
 */
function warnOfMissing(apis: Record<string, unknown>, prefix: string): object {
  return new Proxy(apis, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
      const full = `${prefix}.${name}`;
      if (!missingNames.has(full)) console.warn(`${full} is not available in the browser`);
      missingNames.add(full);
      return undefined;
    },
  });
}

/** Creates the object `wx` of a mini-program; names.ts lists its names. */
export function createWx(host: Host): object {
  const cloud = cloudApis(host);
  const apis: Record<string, unknown> = {
    ...navigationApis(host),
    ...navigationBarApis(host),
    ...backgroundApis(host),
    ...tabBarApis(host),
    ...dialogApis(host),
    ...storageApis(host),
    ...downloadApis(host),
    ...requestApis(host),
    ...socketApis(host),
    ...networkApis(host),
    ...mediaApis(host),
    ...previewApis(host),
    ...soundApis(),
    ...systemApis(host),
    ...deviceApis(host),
    ...accountApis(host),
    ...permissionApis(host),
    ...shareApis(host),
    ...privacyApis(host),
    ...locationApis(host),
    ...scanApis(host),
    ...canvasApis(host),
    ...eventApis(host),
    ...toolApis(host),
    cloud: warnOfMissing(cloud, 'wx.cloud'),
  };
  apis['canIUse'] = canIUse(apis, cloud);
  return warnOfMissing(apis, 'wx');
}
