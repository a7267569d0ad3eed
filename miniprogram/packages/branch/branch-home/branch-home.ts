import type { HomeBody } from '../../../contracts/home';
import type { Emitted } from '../../../page/events';
import { routes, tabs } from '../../../routes';
import { nowMs } from '../../../services/platform/clock';
import { redeems, searchesOrders } from '../../../session/hat-groups';
import { session } from '../../../session/session';
import { rewardsRow } from '../../../text/home/home';
import { pointsText } from '../../../text/passbook/points';
import { bookAlarms, waiting, type Waiting } from '../../../views/passbook/waiting';
import { ownBookLine } from '../text/home';
import { activityCard, type ActivityCard } from '../views/activity-card';

interface Data {
  activities: readonly ActivityCard[];
  /** The reader's own book, in a line; '' where it has no place here. */
  book: string;
  balance: string;
  /** Lines of the books that wait; null where the reader may not see books. */
  waiting: Waiting | null;
  /** What the nights found in the books, for those who read them. */
  alarms: Waiting | null;
  /** Finds any order of the community. */
  maySearch: boolean;
  /** The way to the shelf, by its name; '' for a hat that has none. */
  rewards: string;
}

const noBody: Partial<HomeBody> = {};
const data: Data = {
  activities: [],
  book: '',
  balance: '',
  waiting: null,
  alarms: null,
  maySearch: false,
  rewards: '',
};

/** The first screen of those who belong to a branch, or keep its books. Event: `scan`. */
Component({
  properties: { body: { type: Object, value: noBody } },
  data,
  observers: {
    body(body: HomeBody) {
      if (body.for !== 'branch') return;
      const { book, waiting: lines } = body;
      this.setData({
        activities: body.activities.map((activity) => activityCard(activity, nowMs())),
        book: book === undefined ? '' : ownBookLine(book.unit),
        balance: book === undefined ? '' : pointsText(book.balance),
        waiting: lines === undefined ? null : waiting(lines),
        alarms: lines === undefined ? null : bookAlarms(lines),
        maySearch: searchesOrders(),
        rewards: rewardsRow(session().hat),
      });
    },
  },
  methods: {
    openAlarms() {
      wx.navigateTo({ url: routes.alarms });
    },
    openReversals() {
      wx.navigateTo({ url: routes.reversals });
    },
    openBooks() {
      wx.navigateTo({ url: routes.books });
    },
    openRewards() {
      wx.navigateTo({ url: redeems() ? routes.rewards : routes.stock });
    },
    openSearch() {
      wx.navigateTo({ url: routes.search() });
    },
    openWithheld() {
      wx.navigateTo({ url: routes.withheld() });
    },
    openBook() {
      wx.switchTab({ url: tabs.passbook });
    },
    scan() {
      this.triggerEvent('scan');
    },
    openActivities() {
      wx.navigateTo({ url: routes.activities });
    },
    openActivity(event: Emitted<{ activityId: string }>) {
      wx.navigateTo({ url: routes.activity(event.detail.activityId) });
    },
  },
});
