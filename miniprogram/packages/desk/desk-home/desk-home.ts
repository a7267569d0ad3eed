import type { HomeBody } from '../../../contracts/home';
import type { Emitted } from '../../../page/events';
import { requestList } from '../../../page/requested-list';
import { deskRoutes, routes, tabs } from '../../../routes';
import { redeems, searchesOrders } from '../../../session/hat-groups';
import { session } from '../../../session/session';
import { rewardsRow } from '../../../text/home/home';
import { desk, type Desk } from '../views/desk';

interface Data {
  desk: Desk | null;
  /** Finds any order of the community. */
  maySearch: boolean;
  /** The way to the shelf, by its name; '' for a hat that has none. */
  rewards: string;
}

const noBody: Partial<HomeBody> = {};
const data: Data = { desk: null, maySearch: false, rewards: '' };

/** A secretary's first screen. */
Component({
  properties: { body: { type: Object, value: noBody } },
  data,
  observers: {
    body(body: HomeBody) {
      if (body.for !== 'desk') return;
      this.setData({ desk: desk(body.desk), maySearch: searchesOrders(), rewards: rewardsRow(session().hat) });
    },
  },
  methods: {
    openDeskList({ detail: { list } }: Emitted<{ list: string }>) {
      const url = deskRoutes[list];
      if (url !== undefined) {
        wx.navigateTo({ url });
        return;
      }
      requestList(list);
      wx.switchTab({ url: tabs.orders });
    },
    /** The orders of this month that a number counts. */
    openFigure({ detail: { figure } }: Emitted<{ figure: string }>) {
      const month = this.data.desk?.month ?? '';
      if (month !== '') wx.navigateTo({ url: routes.search({ month, figure }) });
    },
    openSearch() {
      wx.navigateTo({ url: routes.search() });
    },
    openNeeds() {
      wx.navigateTo({ url: routes.needs });
    },
    openActivities() {
      wx.navigateTo({ url: routes.activities });
    },
    openBooks() {
      wx.navigateTo({ url: routes.books });
    },
    openRewards() {
      wx.navigateTo({ url: redeems() ? routes.rewards : routes.stock });
    },
    openGap() {
      wx.navigateTo({ url: routes.gap });
    },
    openSigns() {
      wx.navigateTo({ url: routes.signs });
    },
  },
});
