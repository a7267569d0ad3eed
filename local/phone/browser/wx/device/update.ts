import type { Host } from '../../host';
import { createListeners } from '../support/listeners';

/** WeChat's one manager of updates; whether there is a newer version is a setting of the phone. */
export function updateApis(host: Host): Record<string, unknown> {
  const checked = createListeners();
  const ready = createListeners();
  const failed = createListeners();
  let previous = 'none';
  const tell = (): void => {
    const { update } = host.settings;
    if (update === previous) return;
    previous = update;
    if (update !== 'none') checked.notify({ hasUpdate: true });
    if (update === 'ready') ready.notify({});
    if (update === 'failed') failed.notify({});
  };
  host.on('settings', tell);
  const manager = {
    onCheckForUpdate: (listener: (result: object) => void) => {
      checked.on(listener);
      if (host.settings.update === 'none') setTimeout(() => listener({ hasUpdate: false }));
    },
    onUpdateReady: (listener: (result: object) => void) => {
      ready.on(listener);
      setTimeout(tell);
    },
    onUpdateFailed: (listener: (result: object) => void) => {
      failed.on(listener);
      setTimeout(tell);
    },
    applyUpdate: () => {
      host.changeSettings({ update: 'none' });
      location.reload();
    },
  };
  return { getUpdateManager: () => manager };
}
