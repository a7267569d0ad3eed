import * as activities from '../../../services/activity';
import type { ActivityPlan } from '../../../components/activity-form/activity-form';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { plansActivities } from '../../../session/places';
import { activityCard, type ActivityCard } from '../../../text/activities';
import { moment, pickerDay } from '../../../text/dates';
import { refusal } from '../../../text/errors';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  activities: readonly ActivityCard[];
  mayPlan: boolean;
  planning: boolean;
  today: string;
  busy: boolean;
  planProblem: string;
}

const data: Data = { look: look(), phase: 'loading', problem: '', activities: [], mayPlan: false, planning: false, today: '', busy: false, planProblem: '' };

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
    this.setData({ phase: cards.length > 0 ? 'ready' : 'empty', activities: cards, mayPlan: plansActivities() });
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
  plan() {
    this.setData({ planning: true, today: pickerDay(nowMs()), planProblem: '' });
  },
  leavePlan() {
    this.setData({ planning: false });
  },
  async create(event: WechatMiniprogram.CustomEvent<ActivityPlan>) {
    const { day, time, ...plan } = event.detail;
    this.setData({ busy: true, planProblem: '' });
    const reply = await activities.create({ ...plan, startsAt: moment(day, time) });
    if (!reply.ok) {
      this.setData({ busy: false, planProblem: refusal(reply.code) });
      return;
    }
    this.setData({ busy: false, planning: false });
    wx.navigateTo({ url: `/packages/branch/activity/activity?activityId=${encodeURIComponent(reply.data.activityId)}` });
  },
  open(event: WechatMiniprogram.CustomEvent<{ activityId: string }>) {
    wx.navigateTo({ url: `/packages/branch/activity/activity?activityId=${encodeURIComponent(event.detail.activityId)}` });
  },
});
