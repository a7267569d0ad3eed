import { appearance, refreshAppearance } from '../../../page/appearance';
import type { Emitted } from '../../../page/events';
import type { PageData } from '../../../page/page-data';
import { submitHandlers } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { tabs } from '../../../routes';
import * as people from '../../../services/person';
import { withSessionSaved } from '../../../session/session';
import { refusalOf } from '../../../text/errors';
import { notInLists, registeredLine } from '../text/register';

interface Data {
  appearance: PageData['appearance'];
  problem: string;
  busy: boolean;
}

const data: Data = { appearance: appearance(), problem: '', busy: false };

/** Whoever stands in a list of the office is known by the number that WeChat proves, without a card in hand. */
Page({
  data,
  ...submitHandlers,
  onShow() {
    refreshAppearance(this);
  },
  async register({ detail: { code } }: Emitted<{ code?: string }>) {
    if (code === undefined) return;
    const reply = await this.submit(async () => withSessionSaved(await people.register({ phoneCode: code })), {
      // Only somebody new would have to say what they are called.
      refuse: (refused) => ({ problem: refused.field === 'name' ? notInLists : refusalOf(refused) }),
    });
    if (!reply.ok) return;
    wx.switchTab({ url: tabs.home, success: () => showToast(registeredLine(reply.data)) });
  },
});
