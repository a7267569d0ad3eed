import type { Host } from '../runtime/host';
import { canvasApis } from './canvas';
import { cloudApis } from './cloud';
import { deviceApis } from './device';
import { dialogApis } from './dialogs';
import { eventApis } from './events';
import { locationApis } from './location';
import { mediaApis } from './media';
import { navigationApis, tabBarApis } from './navigation';
import { networkApis } from './network';
import { openApis, privacyApis } from './open';
import { previewApis } from './preview';
import { scanApis } from './scan';
import { storageApis } from './storage';
import { systemApis } from './system';
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
