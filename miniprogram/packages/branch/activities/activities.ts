import type { Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { submitTo } from '../../../page/submit';
import { routes } from '../../../routes';
import * as activities from '../services/activity';
import * as branches from '../services/branch';
import { nowMs } from '../../../services/platform/clock';
import { decidesWalkIns, plansActivities, servesBranch } from '../../../session/hat-groups';
import { shanghaiTime, pickerDay } from '../../../text/dates';
import { activityCard, type ActivityCard } from '../views/activity-card';
import type { ActivityPlan } from '../components/activity-form/activity-form';
import type { Choice } from '../../../text/choice';
import { organiserChoices, planDays, type Organiser } from '../text/plan';

interface Data extends ListData<ActivityCard> {
  mayPlan: boolean;
  /** The branch lets members sign in by code. */
  signInByCode: boolean;
  /** The reader sees the branches. */
  servesBranch: boolean;
  /** Whether the reader says yes or no to members who walked in elsewhere. */
  decides: boolean;
  planning: boolean;
  /** Young members who may organise what is planned. */
  organisers: readonly Organiser[];
  today: string;
  /** Days that are planned at one touch. */
  days: readonly Choice[];
  /** A meeting that took place unplanned is entered afterwards. */
  earliest: string;
  busy: boolean;
  sheetProblem: string;
}

/** The cloud takes them a little longer. */
const enteredWithinMs = 90 * 86_400_000;

const data: Data = {
  ...loadingList(),
  mayPlan: false,
  signInByCode: false,
  servesBranch: false,
  decides: false,
  planning: false,
  organisers: [],
  today: '',
  days: [],
  earliest: '',
  busy: false,
  sheetProblem: '',
};

const listed = pagedList({
  read: (_page, cursor) => activities.list(cursor),
  draw: (answer) => ({
    lines: answer.activities.map((activity) => activityCard(activity, nowMs())),
    mayPlan: plansActivities(),
    signInByCode: answer.signInByCode,
    servesBranch: servesBranch(),
    decides: decidesWalkIns(),
  }),
  refreshOnShow: true,
});

/** What the branch does together: those to come, and those that are closed. */
Page({
  data,
  ...listed,
  openMentors() {
    wx.navigateTo({ url: routes.mentors });
  },
  openWalkIns() {
    wx.navigateTo({ url: routes.walkIns });
  },
  scan() {
    wx.navigateTo({ url: routes.signIn });
  },
  openHelp() {
    wx.navigateTo({ url: routes.help });
  },
  openBranches() {
    wx.navigateTo({ url: routes.branches });
  },
  async plan() {
    this.setData({
      planning: true,
      today: pickerDay(nowMs()),
      days: planDays(nowMs()),
      earliest: pickerDay(nowMs() - enteredWithinMs),
      sheetProblem: '',
    });
    // who organises is optional: the form does not wait for it
    this.setData({ organisers: organiserChoices(await branches.membersOf('young')) });
  },
  leavePlan() {
    this.setData({ planning: false });
  },
  async create({ detail: { day, time, ...plan } }: Emitted<ActivityPlan>) {
    const write = () => activities.create({ ...plan, startsAt: shanghaiTime(day, time) });
    const reply = await submitTo(this, 'sheetProblem', write, { draw: () => ({ planning: false }) });
    if (reply.ok) wx.navigateTo({ url: routes.activity(reply.data.activityId) });
  },
  open(event: Emitted<{ activityId: string }>) {
    wx.navigateTo({ url: routes.activity(event.detail.activityId) });
  },
});
