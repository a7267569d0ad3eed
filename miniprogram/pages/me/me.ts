import type { SessionView } from '../../contracts/person';
import * as messages from '../../services/message';
import * as people from '../../services/person';
import { look, refreshLook, type Look } from '../../session/look';
import { isUntold, rememberElder, remembered, session } from '../../session/session';
import { refusal } from '../../text/errors';
import { hatRow, type HatRow } from '../../text/hats';
import { me, type Me } from '../../text/me';
import { newsPromised } from '../../text/progress';
import { unread, type Phase } from '../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  stale: string;
  me: Me;
  hats: readonly HatRow[];
  busyHat: string;
  busyElder: boolean;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  stale: '',
  me: me(session()),
  hats: [],
  busyHat: '',
  busyElder: false,
};

const shown = (view: SessionView, looks = view.revealCount): Partial<Data> => ({
  phase: 'ready',
  stale: '',
  me: me({ ...view, ...(looks !== undefined && { revealCount: looks }) }),
  hats: view.hats.map((hat) => hatRow(hat, view.hat)),
  look: look(),
});

/** Who I am, which hat I wear, how large things are, and who has seen my phone number. */
Page({
  data,
  onShow() {
    refreshLook(this);
    void this.load();
  },
  async load() {
    const reply = remembered(await people.wholeSession());
    const known = isUntold() ? {} : shown(session());
    this.setData(reply.ok ? shown(reply.data) : { ...known, ...unread(!isUntold(), reply.code) });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  /** One tap; the first screen is then that hat's. */
  async wear(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const { key } = event.detail;
    const { revealCount: looks } = session();
    if (key === session().hat) return;
    this.setData({ busyHat: key });
    const reply = remembered(await people.wear(key));
    this.setData({ ...(reply.ok ? shown(reply.data, looks) : {}), busyHat: '' });
    if (reply.ok) wx.switchTab({ url: '/pages/home/home' });
    else wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
  },
  async switchElder(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    if (session().personId === undefined) {
      rememberElder(event.detail.value);
      this.setData({ look: look() });
      return;
    }
    const { revealCount: looks } = session();
    this.setData({ busyElder: true });
    const reply = remembered(await people.settings(event.detail.value));
    this.setData({ ...(reply.ok ? shown(reply.data, looks) : {}), busyElder: false });
    if (!reply.ok) wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
  },
  async remind() {
    if (await messages.offerNews(['offer-news', 'deadline-news', 'order-news']))
      wx.showToast({ title: newsPromised, icon: 'none', duration: 3000 });
  },
  openMessages() {
    wx.navigateTo({ url: '/packages/resident/messages/messages' });
  },
  openReveals() {
    wx.navigateTo({ url: '/packages/resident/reveals/reveals' });
  },
});
