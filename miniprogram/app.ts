import { openCloud } from './services/platform/call';
import { look, readSystemScale } from './page/appearance';
import { refreshWhenOnline } from './page/online';
import { told } from './session/ensure-session';

/** These bring the session with their own answer, or ask for it when their own has come. */
const tellsItself: readonly string[] = ['pages/home/home', 'pages/me/me', 'packages/resident/card/card'];

App({
  async onLaunch({ path }) {
    openCloud();
    refreshWhenOnline();
    if (tellsItself.includes(path)) return;
    await told();
    for (const page of getCurrentPages()) page.setData({ look: look() });
  },
  onShow() {
    readSystemScale();
  },
});
