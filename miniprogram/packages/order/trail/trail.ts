import type { OrderAction } from '../../../contracts/order';
import type { Emitted, Tapped } from '../../../page/events';
import { noOrder, type OrderPageData } from '../page/order-actions';
import { orderPage } from '../page/order-page';
import { loadingPage, type PageData } from '../../../page/page-data';
import { printHandlers, type PrintData } from '../../../page/printing';
import { goBackWithToast, showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as prints from '../../../services/print';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { readsWithheld } from '../../../session/hat-groups';
import { confirmedForRequester, moveResult, publishedResult } from '../../../text/order/results';
import { removalSheet, rulingSheet } from '../text/order-sheets';
import { isDone, work, type Work } from '../views/work';

interface Data extends PageData, OrderPageData<Work>, PrintData {
  /** Another rating is being entered. */
  changing: boolean;
  /** The reader sees what others may read of it. */
  mayLook: boolean;
}

const data: Data = { ...loadingPage(), ...noOrder, changing: false, mayLook: false, printing: '' };

const order = orderPage<Data>({
  draw: (view) => ({
    order: work(view, nowMs()),
    changing: false,
    mayLook: readsWithheld() && view.words !== undefined,
  }),
  isEditing: ({ changing }) => changing,
  done(action, view) {
    const line = action === 'confirm' ? confirmedForRequester : moveResult(action);
    if (isDone(work(view, nowMs()), action)) goBackWithToast(line);
    else showToast(line);
  },
  refreshOnShow: true,
});

/** An order's whole trail: who, in which hat, when, why; and what the reader may do about it now. */
Page({
  data,
  ...order,
  openPublic() {
    wx.navigateTo({ url: routes.withheld(this.data.order?.orderId ?? '') });
  },
  ...printHandlers,
  /** On paper, for whoever has no WeChat. */
  printSlip() {
    const { order: shown, printing } = this.data;
    if (shown !== null && printing === '') void this.openPrint('slip', prints.slip(shown.orderId));
  },
  /** For whoever outside has it now. */
  printTransfer() {
    const { order: shown, printing } = this.data;
    if (shown !== null && printing === '') void this.openPrint('transfer', prints.transferSheet(shown.orderId));
  },
  beginChange() {
    this.setData({ changing: true });
  },
  act(event: Tapped<{ action: OrderAction }>) {
    const { action } = event.currentTarget.dataset;
    const orderId = this.data.order?.orderId ?? '';
    if (action === 'dispatch' || action === 'merge') wx.navigateTo({ url: routes.dispatch(orderId, action) });
    else if (action === 'reclassify') wx.navigateTo({ url: routes.triage(orderId) });
    else if (action === 'ruleNoShow') this.askRuling();
    else if (action === 'removeHelper') this.askRemoval();
    else if (action === 'complete') wx.navigateTo({ url: routes.memberOrder(orderId) });
    else this.askOrMove(action);
  },
  askRuling() {
    const { appeal } = this.data.order ?? {};
    if (appeal) this.setData({ sheet: rulingSheet(appeal.name, appeal.words), sheetVisible: true, problem: '' });
  },
  /** For whoever has time, rather than for somebody by name. */
  pool() {
    const { order: shown } = this.data;
    if (shown === null) return;
    const put = () =>
      this.submit(() => orders.dispatch(shown, { memberIds: [], pool: true }), {
        draw: (view) => ({ order: work(view, nowMs()) }),
      });
    const confirmed = (): void => void put().then((reply) => reply.ok && showToast(publishedResult));
    wx.navigateTo({ url: routes.preview(shown.orderId), events: { confirmed } });
  },
  askRemoval() {
    const { removable = [] } = this.data.order ?? {};
    if (removable.length > 0) this.setData({ sheet: removalSheet(removable), sheetVisible: true, problem: '' });
  },
  submitReason({ detail }: Emitted<ReasonInput>) {
    const { order: shown, sheet } = this.data;
    if (shown === null || sheet === null) return;
    if (sheet.action === 'removeHelper') return this.removeHelper(shown, detail);
    if (sheet.action !== 'ruleNoShow' || shown.appeal === null) return this.move(sheet.action, detail);
    const { personId } = shown.appeal;
    const ruling = { personId, lifted: detail.reason === 'lifted', reason: detail.words };
    void this.submitMove('ruleNoShow', () => orders.ruleNoShow(shown, ruling));
  },
  removeHelper(shown: Work, { reason: personId, words: reason }: ReasonInput) {
    void this.submitMove('removeHelper', () => orders.removeHelper(shown, { personId, reason }));
  },
});
