import type { Emitted } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import { move } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import { moveResult } from '../../../text/order/results';
import { wishCard, type OrderCard } from '../../../views/order/order-card';

interface Data extends ListData<OrderCard> {
  busyOrder: string;
}

const data: Data = { ...loadingList(), busyOrder: '' };

const wishes = pagedList({
  read: (_page, cursor) => orders.listWishes(cursor),
  draw: (answer) => ({ lines: answer.orders.map((order) => wishCard(order, nowMs())) }),
});

/** Wishes of people unnamed, each for one member to fulfil on a Saturday. */
Page({
  data,
  ...wishes,
  open(event: Emitted<{ orderId: string }>) {
    wx.navigateTo({ url: orderRoute(event.detail.orderId) });
  },
  async accept(event: Emitted<OrderCard>) {
    const { orderId } = event.detail;
    this.setData({ busyOrder: orderId });
    const reply = await move('accept', event.detail);
    if (reply.ok) {
      wx.redirectTo({ url: orderRoute(orderId), success: () => showToast(moveResult('accept')) });
      return;
    }
    showToast(refusal(reply.code));
    await this.goTo('here', { busyOrder: '' });
  },
});
