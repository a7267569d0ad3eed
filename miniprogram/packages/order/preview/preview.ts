import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import * as moderation from '../services/moderation';
import { nowMs } from '../../../services/platform/clock';
import { wishCard, noOrderCard, type OrderCard } from '../../../views/order/order-card';
import { work, type Work } from '../views/work';

interface Data extends PageData {
  /** In the list. */
  listed: OrderCard;
  /** Opened. */
  opened: Work | null;
}

const data: Data = { ...loadingPage(), listed: noOrderCard, opened: null };

const preview = record({
  read(page: PageWithParameters) {
    const { orderId = '', capacity = '' } = parameters(page);
    return moderation.previewPublic(orderId, capacity === '' ? undefined : Number(capacity));
  },
  draw: ({ listed, opened }) => ({ listed: wishCard(listed, nowMs()), opened: work(opened, nowMs()) }),
});

/** What others would read of an order, before it is public. Emits `confirmed` to the page that opened it. */
Page({
  data,
  ...preview,
  confirm() {
    this.getOpenerEventChannel?.().emit?.('confirmed', {});
    wx.navigateBack();
  },
});
