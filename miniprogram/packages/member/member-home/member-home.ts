import type { HomeBody } from '../../../contracts/home';
import type { OrderAction } from '../../../contracts/order';
import type { Emitted } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import { move, type ReasonInput } from '../../../services/moves';
import type { OrderRef } from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import { moveResult } from '../../../text/order/results';
import { sheetFor } from '../../../text/order/sheets';
import type { SheetContent } from '../../../text/sheet';
import { memberHome, noMemberHome, type MemberHome } from '../views/member-home';

interface Data extends MemberHome {
  busyOrder: string;
  sheet: SheetContent | null;
  sheetVisible: boolean;
  sheetProblem: string;
  /** The order that the open sheet is about. */
  asked: OrderRef;
}

const noBody: Partial<HomeBody> = {};
const data: Data = {
  ...noMemberHome,
  busyOrder: '',
  sheet: null,
  sheetVisible: false,
  sheetProblem: '',
  asked: { orderId: '', version: 0 },
};

type OrderEvent = Emitted<OrderRef & { action?: OrderAction | '' }>;

/** A member's first screen. Events: `changed`, when it is to be read again; `scan`. */
Component({
  properties: { body: { type: Object, value: noBody } },
  data,
  observers: {
    body(body: HomeBody) {
      if (body.for === 'member') this.setData(memberHome(body, nowMs()));
    },
  },
  methods: {
    openOrder({ detail: { orderId, action } }: OrderEvent) {
      wx.navigateTo({ url: orderRoute(orderId, action) });
    },
    async accept({ detail: { orderId, version } }: OrderEvent) {
      this.setData({ busyOrder: orderId });
      const reply = await move('accept', { orderId, version });
      this.setData({ busyOrder: '' });
      if (reply.ok) {
        wx.navigateTo({ url: orderRoute(orderId), success: () => showToast(moveResult('accept')) });
      } else {
        showToast(refusal(reply.code));
        this.triggerEvent('changed');
      }
    },
    decline({ detail: { orderId, version } }: OrderEvent) {
      this.setData({
        asked: { orderId, version },
        sheet: sheetFor('decline') ?? null,
        sheetVisible: true,
        sheetProblem: '',
      });
    },
    async submitReason(event: Emitted<ReasonInput>) {
      const { asked } = this.data;
      this.setData({ busyOrder: asked.orderId });
      const reply = await move('decline', asked, event.detail);
      if (!reply.ok) {
        this.setData({ busyOrder: '', sheetProblem: refusal(reply.code) });
        return;
      }
      const orders = this.data.orders.filter(({ orderId }) => orderId !== asked.orderId);
      this.setData({ busyOrder: '', sheetVisible: false, orders });
      showToast(moveResult('decline'));
      this.triggerEvent('changed');
    },
    leaveSheet() {
      this.setData({ sheetVisible: false });
    },
    openWishes() {
      wx.navigateTo({ url: routes.wishes });
    },
    scan() {
      this.triggerEvent('scan');
    },
  },
});
