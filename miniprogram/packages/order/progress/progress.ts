import { noOrder, type OrderPageData } from '../page/order-actions';
import { orderPage } from '../page/order-page';
import { loadingPage, type PageData } from '../../../page/page-data';
import { goBackWithToast, showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as messages from '../../../services/message';
import { nowMs } from '../../../services/platform/clock';
import { subscribedLine } from '../../../text/message/subscriptions';
import { moveResult } from '../../../text/order/results';
import { progress, ringOf, type Contact, type Progress } from '../views/progress';

interface Data extends PageData, OrderPageData<Progress> {
  /** Another rating is being given. */
  changing: boolean;
  /** Whom one rings about it, as it was when the order was read. */
  ring: Contact | null;
}

const data: Data = { ...loadingPage(), ...noOrder, changing: false, ring: null };

const order = orderPage<Data>({
  draw: (view) => ({
    order: progress(view, nowMs()),
    changing: false,
    ...(view.call && { ring: ringOf(view) }),
  }),
  isEditing: ({ changing }) => changing,
  done: (action) => (action === 'cancel' ? goBackWithToast : showToast)(moveResult(action)),
});

/** The promise, what happened so far, and at the end the resident's word. */
Page({
  data,
  ...order,
  async subscribe() {
    if (await messages.subscribe(['order-news'])) showToast(subscribedLine);
  },
  /** One touch; stars come after, if she likes. */
  solved() {
    if (!this.data.busy) this.confirm({ detail: { stars: 0, tags: [] } });
  },
  thank() {
    const { order: shown } = this.data;
    if (shown) wx.navigateTo({ url: routes.thank(shown.orderId) });
  },
  beginChange() {
    this.setData({ changing: true });
  },
  reopen() {
    this.askOrMove('reopen');
  },
});
