import type { Host, Network } from '../../host';
import { api } from '../support/call';
import { createListeners } from '../support/listeners';

/** How WeChat names what the panel sets; a slow network is a weak one. */
const names: Readonly<Record<Network, string>> = { on: 'wifi', slow: '3g', off: 'none' };

export function networkApis(host: Host): Record<string, unknown> {
  const changed = createListeners();
  const weak = createListeners();
  let before = host.settings.network;
  host.on('settings', () => {
    const now = host.settings.network;
    if (now === before) return;
    if ((now === 'slow') !== (before === 'slow')) weak.tell({ weakNet: now === 'slow', networkType: names[now] });
    before = now;
    changed.tell({ isConnected: now !== 'off', networkType: names[now] });
  });
  return {
    getNetworkType: api('getNetworkType', () => ({
      networkType: names[host.settings.network],
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
