import { move } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { orderPage } from '../../../session/places';
import { refusal } from '../../../text/errors';
import { wishCard, type OrderCard } from '../../../text/order-card';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  wishes: readonly OrderCard[];
  busyOrder: string;
}

const data: Data = { look: look(), phase: 'loading', problem: '', wishes: [], busyOrder: '' };

/** Wishes of people unnamed, each for one member to fulfil on a Saturday. */
Page({
  data,
  next: '',
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await orders.wishes();
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const wishes = reply.data.orders.map((order) => wishCard(order, now));
    this.setData({ phase: wishes.length > 0 ? 'ready' : 'empty', wishes });
  },
  async onReachBottom() {
    const cursor = this.next;
    if (cursor === '') return;
    this.next = '';
    const reply = await orders.wishes(cursor);
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const { length } = this.data.wishes;
    this.setData(Object.fromEntries(reply.data.orders.map((order, index) => [`wishes[${length + index}]`, wishCard(order, now)])));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  open(event: WechatMiniprogram.CustomEvent<{ orderId: string }>) {
    wx.navigateTo({ url: orderPage(event.detail.orderId) });
  },
  async accept(event: WechatMiniprogram.CustomEvent<OrderCard>) {
    const { orderId } = event.detail;
    this.setData({ busyOrder: orderId });
    const reply = await move('accept', event.detail);
    this.setData({ busyOrder: '' });
    if (reply.ok) {
      wx.redirectTo({ url: orderPage(orderId) });
      return;
    }
    wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
    void this.load();
  },
});
