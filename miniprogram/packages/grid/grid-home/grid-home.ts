import type { AlertOutcome } from '../../../contracts/alert';
import type { HomeBody } from '../../../contracts/home';
import type { OrderAction } from '../../../contracts/order';
import type { Chosen, Emitted } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { requestList } from '../../../page/requested-list';
import { showToast } from '../../../page/toast';
import { routes, tabs } from '../../../routes';
import * as alerts from '../../../services/alert';
import { nowMs } from '../../../services/platform/clock';
import { redeems, searchesOrders } from '../../../session/hat-groups';
import { session } from '../../../session/session';
import { refusal } from '../../../text/errors';
import { rewardsRow } from '../../../text/home/home';
import { alertSettledLine } from '../text/alert-lines';
import { gridHome, noGridHome, type GridHome } from '../views/grid-home';

interface Data extends GridHome {
  /** Finds any order of the community. */
  maySearch: boolean;
  /** The way to what points buy, or to the shelf, by its name; '' for a hat that has neither. */
  rewards: string;
  busyAlert: string;
}

const noBody: Partial<HomeBody> = {};
const data: Data = { ...noGridHome, maySearch: false, rewards: '', busyAlert: '' };

/** The first screen of those who look after a grid. Event: `changed`, when it is to be read again. */
Component({
  properties: { body: { type: Object, value: noBody } },
  data,
  observers: {
    body(body: HomeBody) {
      if (body.for !== 'grid') return;
      this.setData({ ...gridHome(body, nowMs()), maySearch: searchesOrders(), rewards: rewardsRow(session().hat) });
    },
  },
  methods: {
    openOrder({ detail: { orderId, action } }: Emitted<{ orderId: string; action?: OrderAction | '' }>) {
      wx.navigateTo({ url: orderRoute(orderId, action) });
    },
    openCounter(event: Chosen) {
      requestList(event.detail.value);
      wx.switchTab({ url: tabs.orders });
    },
    async settleAlert({ detail: { alertId, outcome } }: Emitted<{ alertId: string; outcome: AlertOutcome }>) {
      this.setData({ busyAlert: alertId });
      const reply = await alerts.settle(alertId, outcome);
      this.setData({ busyAlert: '' });
      if (reply.ok) this.triggerEvent('changed');
      showToast(reply.ok ? alertSettledLine : refusal(reply.code));
    },
    openIntake() {
      wx.navigateTo({ url: routes.intake });
    },
    openSearch() {
      wx.navigateTo({ url: routes.search() });
    },
    openNeeds() {
      wx.navigateTo({ url: routes.needs });
    },
    openNewsByPhone() {
      wx.navigateTo({ url: routes.newsByPhone });
    },
    openAlerts() {
      wx.navigateTo({ url: routes.alerts });
    },
    openCards() {
      wx.navigateTo({ url: routes.cards });
    },
    openHouseholds() {
      wx.navigateTo({ url: routes.households });
    },
    openMoves() {
      wx.navigateTo({ url: routes.moves });
    },
    openWithheld() {
      wx.navigateTo({ url: routes.withheld() });
    },
    openRewards() {
      wx.navigateTo({ url: redeems() ? routes.rewards : routes.stock });
    },
  },
});
