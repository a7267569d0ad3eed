import { hideReasons } from '../../../contracts/moderation';
import type { Input } from '../../../contracts/api';
import type { Emitted, Tapped } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as moderation from '../services/moderation';
import { refusalOf } from '../../../text/errors';
import { decidedLines, hideSheet, nothingWaits, otherNeedsWords } from '../text/withheld';
import { partsOfOrder, type PartsOfOrder } from '../views/part-row';

interface Data extends ListData<PartsOfOrder> {
  empty: string;
  busyKey: string;
  sheet: typeof hideSheet;
  sheetVisible: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  empty: nothingWaits,
  busyKey: '',
  sheet: hideSheet,
  sheetVisible: false,
  sheetProblem: '',
};

const list = pagedList({
  read: (page: PageWithParameters, cursor) => moderation.listWithheld(parameters(page)['orderId'], cursor),
  draw: (answer) => ({ lines: answer.orders.map(partsOfOrder) }),
  refreshOnShow: true,
});

type PartEvent = Tapped<{ order: string; part: string }>;

/** What waits for somebody to decide whether others read it; or all that others may read of one order. */
Page({
  data,
  ...list,
  /** What the open sheet is about. */
  asked: { orderId: '', part: '' },
  show(event: PartEvent) {
    const { order, part } = event.currentTarget.dataset;
    return this.decide({ orderId: order, part, show: true });
  },
  askWhy(event: PartEvent) {
    const { order, part } = event.currentTarget.dataset;
    this.asked = { orderId: order, part };
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async hide({ detail: { reason: chosen, words } }: Emitted<{ reason: string; words: string }>) {
    const reason = hideReasons.find((known) => known === chosen);
    if (reason === 'other' && words === '') {
      this.setData({ sheetProblem: otherNeedsWords });
      return;
    }
    await this.decide({
      ...this.asked,
      show: false,
      ...(reason !== undefined && { reason }),
      ...(words !== '' && { words }),
    });
  },
  async decide(decision: Omit<Input<'order.moderate'>, 'requestId'>) {
    this.setData({ busyKey: `${decision.orderId}|${decision.part}`, sheetProblem: '' });
    const reply = await moderation.moderate(decision);
    if (reply.ok) {
      await this.goTo('here', { busyKey: '', sheetVisible: false });
      showToast(decision.show ? decidedLines.shown : decidedLines.hidden);
      return;
    }
    this.setData({ busyKey: '', ...(this.data.sheetVisible && { sheetProblem: refusalOf(reply) }) });
    if (!this.data.sheetVisible) showToast(refusalOf(reply));
  },
  redact(event: Tapped<{ order: string; file: string }>) {
    const { order, file } = event.currentTarget.dataset;
    wx.navigateTo({ url: routes.redact(order, file) });
  },
  openOrder(event: Tapped<{ order: string }>) {
    wx.navigateTo({ url: orderRoute(event.currentTarget.dataset.order) });
  },
  leaveSheet() {
    this.setData({ sheetVisible: false });
  },
});
