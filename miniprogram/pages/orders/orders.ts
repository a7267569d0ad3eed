import type { OrderAction } from '../../contracts/order';
import { nowMs } from '../../services/platform/clock';
import { takeWantedList } from '../../page/requested-list';
import { look, refreshLook, type Look } from '../../page/appearance';
import { orderPage } from '../../routes';
import { wornPlace } from '../../session/session';
import { told } from '../../session/ensure-session';
import { turning, unopened, type ListData } from '../../page/paged-list';
import { emptyList, listHint, listTitle, uncounted, type Counter, type ListKind } from '../../text/order/lists';
import type { OrderCard } from '../../views/order/order-card';
import { cardMakers, listKind, readList } from './lists';

interface Data extends ListData<OrderCard> {
  look: Look;
  kind: ListKind;
  counters: readonly Counter[];
  filter: string;
  hint: string;
  empty: string;
  emptyHint: string;
}

const data: Data = {
  look: look(),
  ...unopened,
  kind: 'none',
  counters: [],
  filter: '',
  hint: '',
  empty: '',
  emptyHint: '',
};

const orders = turning({
  read: (page: { data: Data }, cursor) => readList(page.data.kind, page.data.filter, cursor),
  draw: (answer, page) => ({
    counters: answer.counters,
    lines: answer.orders.map((order) => cardMakers[page.data.kind](order, nowMs())),
  }),
  emptyFor: ['NOT_SIGNED_IN'],
});

/** The second tab: a queue, an inbox or one's own orders, by hat; the counts are the filter. */
Page({
  data,
  ...orders,
  async onShow() {
    await told();
    refreshLook(this);
    const kind = listKind();
    const wanted = takeWantedList();
    wx.setNavigationBarTitle({ title: listTitle(kind, wornPlace()), fail: () => undefined });
    const other = this.data.empty === '' || kind !== this.data.kind || (wanted !== '' && wanted !== this.data.filter);
    if (other) this.choose(kind, wanted || (uncounted(kind)[0]?.value ?? ''));
    else void this.turnTo(wanted === '' ? 'here' : 'first');
  },
  choose(kind: ListKind, filter: string) {
    const { empty, hint } = emptyList(kind, filter);
    const counters = kind === this.data.kind ? this.data.counters : uncounted(kind);
    this.setData({ ...unopened, kind, filter, counters, hint: listHint(filter), empty, emptyHint: hint });
    void this.turnTo('first');
  },
  /** Who reads may not be known yet either. */
  retry() {
    this.setData({ phase: 'loading' });
    void this.onShow();
  },
  filterBy(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (event.detail.value !== this.data.filter) this.choose(this.data.kind, event.detail.value);
  },
  open(event: WechatMiniprogram.CustomEvent<{ orderId: string; action: OrderAction | '' }>) {
    wx.navigateTo({ url: orderPage(event.detail.orderId, event.detail.action === 'dispatch') });
  },
  newOrder() {
    wx.navigateTo({ url: '/packages/resident/new-order/new-order' });
  },
});
