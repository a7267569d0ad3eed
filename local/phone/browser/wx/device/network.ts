import type { Host, Network } from '../../host';
import { api } from '../support/call';
import { createListeners } from '../support/listeners';

/** WeChat's network type for each setting of the panel; a slow network is a weak one. */
const networkTypes: Readonly<Record<Network, string>> = { on: 'wifi', slow: '3g', off: 'none' };

export function networkApis(host: Host): Record<string, unknown> {
  const changed = createListeners();
  const weak = createListeners();
  let previous = host.settings.network;
  host.on('settings', () => {
    const now = host.settings.network;
    if (now === previous) return;
    if ((now === 'slow') !== (previous === 'slow'))
      weak.notify({ weakNet: now === 'slow', networkType: networkTypes[now] });
    previous = now;
    changed.notify({ isConnected: now !== 'off', networkType: networkTypes[now] });
  });
  return {
    getNetworkType: api('getNetworkType', () => ({
      networkType: networkTypes[host.settings.network],
      signalStrength: 0,
      hasSystemProxy: false,
      weakNet: host.settings.network === 'slow',
    })),
    onNetworkStatusChange: changed.on,
    offNetworkStatusChange: changed.off,
    onNetworkWeakChange: weak.on,
    offNetworkWeakChange: weak.off,
  };
}
