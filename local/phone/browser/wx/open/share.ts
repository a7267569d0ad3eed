import type { Host } from '../../host';
import { api } from '../support/call';

export function shareApis(host: Host): Record<string, unknown> {
  return {
    showShareMenu: api('showShareMenu', () => host.setShareMenu(true)),
    hideShareMenu: api('hideShareMenu', () => host.setShareMenu(false)),
    /** Has no effect: private and updatable cards exist in chats alone. */
    updateShareMenu: api('updateShareMenu', () => undefined),
    shareAppMessage: api('shareAppMessage', async () => {
      await host.share('menu');
    }),
  };
}
