import * as activities from '../../../services/activity';
import type { ActivityPlan } from '../components/activity-form/activity-form';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { plansActivities } from '../../../routes';
import { turning, unopened, type ListData } from '../../../page/paged-list';
import { activityCard, type ActivityCard } from '../../../views/activity/activities';
import { moment, pickerDay } from '../../../text/dates';
import { refusal } from '../../../text/errors';

interface Data extends ListData<ActivityCard> {
  look: Look;
  mayPlan: boolean;
  planning: boolean;
  today: string;
  busy: boolean;
  planProblem: string;
}

const data: Data = {
  look: look(),
  ...unopened,
  mayPlan: false,
  planning: false,
  today: '',
  busy: false,
  planProblem: '',
};

const planned = turning({
  read: (_page, cursor) => activities.list(cursor),
  draw: (answer) => ({
    lines: answer.activities.map((activity) => activityCard(activity, nowMs())),
    mayPlan: plansActivities(),
  }),
});

const activityPage = (activityId: string): string =>
  `/packages/branch/activity/activity?activityId=${encodeURIComponent(activityId)}`;

/** What the branch does together: those to come, and those whose account is made. */
Page({
  data,
  ...planned,
  onShow() {
    refreshLook(this);
    void this.turnTo('here');
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
    wx.navigateTo({ url: activityPage(reply.data.activityId) });
  },
  open(event: WechatMiniprogram.CustomEvent<{ activityId: string }>) {
    wx.navigateTo({ url: activityPage(event.detail.activityId) });
  },
});
