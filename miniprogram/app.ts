import { appearance, readSystemScale } from './page/appearance';
import { watchKeys } from './page/keys';
import { watchMissingPackages } from './page/missing-package';
import { refreshWhenOnline } from './page/online';
import { openRestart } from './page/outdated';
import { openCloud } from './services/platform/call';
import { watchUpdates } from './services/platform/updates';
import { ensureSession } from './session/ensure-session';

/** These pages bring the session with their own answer, or ask for it once their own has come. */
const pagesThatAsk: readonly string[] = [
  'pages/home/home',
  'pages/me/me',
  'packages/resident/card/card',
  'packages/resident/need/need',
];

App({
  async onLaunch({ path }) {
    watchUpdates();
    openCloud(openRestart);
    refreshWhenOnline();
    watchKeys();
    watchMissingPackages();
    if (pagesThatAsk.includes(path)) return;
    await ensureSession();
    for (const page of getCurrentPages()) page.setData({ appearance: appearance() });
  },
  onShow() {
    readSystemScale();
  },
});
