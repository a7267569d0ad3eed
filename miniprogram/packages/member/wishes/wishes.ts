import { move } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { tell } from '../../../page/toast';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { orderPage } from '../../../routes';
import { turning, unopened, type ListData } from '../../../page/paged-list';
import { refusal } from '../../../text/errors';
import { movedLine } from '../../../text/order/results';
import { wishCard, type OrderCard } from '../../../views/order/order-card';

interface Data extends ListData<OrderCard> {
  look: Look;
  busyOrder: string;
}

const data: Data = { look: look(), ...unopened, busyOrder: '' };

const wishes = turning({
  read: (_page, cursor) => orders.wishes(cursor),
  draw: (answer) => ({ lines: answer.orders.map((order) => wishCard(order, nowMs())) }),
});

/** Wishes of people unnamed, each for one member to fulfil on a Saturday. */
Page({
  data,
  ...wishes,
  onLoad() {
    void this.turnTo('first');
  },
  onShow() {
    refreshLook(this);
  },
  open(event: WechatMiniprogram.CustomEvent<{ orderId: string }>) {
    wx.navigateTo({ url: orderPage(event.detail.orderId) });
  },
  async accept(event: WechatMiniprogram.CustomEvent<OrderCard>) {
    const { orderId } = event.detail;
    this.setData({ busyOrder: orderId });
    const reply = await move('accept', event.detail);
    if (reply.ok) {
      wx.redirectTo({ url: orderPage(orderId), success: () => tell(movedLine('accept')) });
      return;
    }
    tell(refusal(reply.code));
    await this.turnTo('here', { busyOrder: '' });
  },
});
