import * as activities from '../../../services/activity';
import { look, refreshLook, type Look } from '../../../session/look';
import { activityCard, type ActivityCard } from '../../../text/activities';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  activities: readonly ActivityCard[];
}

const data: Data = { look: look(), phase: 'loading', problem: '', activities: [] };

/** What the branch does together: those to come, and those whose account is made. */
Page({
  data,
  next: '',
  onShow() {
    refreshLook(this);
    void this.load();
  },
  async load() {
    const reply = await activities.list();
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    this.next = reply.data.next ?? '';
    const cards = reply.data.activities.map(activityCard);
    this.setData({ phase: cards.length > 0 ? 'ready' : 'empty', activities: cards });
  },
  async onReachBottom() {
    const cursor = this.next;
    if (cursor === '') return;
    this.next = '';
    const reply = await activities.list(cursor);
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const { length } = this.data.activities;
    this.setData(Object.fromEntries(reply.data.activities.map((view, index) => [`activities[${length + index}]`, activityCard(view)])));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  open(event: WechatMiniprogram.CustomEvent<{ activityId: string }>) {
    wx.navigateTo({ url: `/packages/branch/activity/activity?activityId=${encodeURIComponent(event.detail.activityId)}` });
  },
});
