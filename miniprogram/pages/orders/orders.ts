import type { OrderAction } from '../../contracts/order';
import { refreshAppearance } from '../../page/appearance';
import type { Chosen, Emitted } from '../../page/events';
import { orderRoute } from '../../page/order-route';
import { loadingLines, loadingList, pagedList, type ListData } from '../../page/paged-list';
import { loadFailure } from '../../page/phase';
import { takeRequestedList } from '../../page/requested-list';
import { routes } from '../../routes';
import { nowMs } from '../../services/platform/clock';
import { ensureSession } from '../../session/ensure-session';
import { currentPlaceName } from '../../session/session';
import { emptyText, listHint, listTitle, type ListKind } from '../../text/order/lists';
import { uncounted, type Counter } from '../../views/order/counters';
import type { OrderCard } from '../../views/order/order-card';
import { cardMakers, listKind, readList } from './lists';

interface Data extends ListData<OrderCard> {
  kind: ListKind;
  counters: readonly Counter[];
  filter: string;
  hint: string;
  empty: string;
  emptyHint: string;
}

const data: Data = {
  ...loadingList(),
  kind: 'none',
  counters: [],
  filter: '',
  hint: '',
  empty: '',
  emptyHint: '',
};

const orders = pagedList({
  read: (page: { data: Data }, cursor) => readList(page.data.kind, page.data.filter, cursor),
  draw: (answer, page) => ({
    counters: answer.counters,
    lines: answer.orders.map((order) => cardMakers[page.data.kind](order, nowMs())),
  }),
  emptyFor: ['NOT_SIGNED_IN'],
  refreshOnShow: true,
});

/** The second tab: a queue, an inbox or one's own orders, by hat; the counts are the filter. */
Page({
  data,
  ...orders,
  async onShow() {
    const unknown = await ensureSession();
    if (unknown) {
      this.setData(loadFailure(unknown));
      return;
    }
    refreshAppearance(this);
    const kind = listKind();
    const requested = takeRequestedList();
    wx.setNavigationBarTitle({ title: listTitle(kind, currentPlaceName()), fail: () => undefined });
    const { empty, kind: shownKind, filter } = this.data;
    const isOther = empty === '' || kind !== shownKind || (requested !== '' && requested !== filter);
    if (isOther) this.choose(kind, requested || (uncounted(kind)[0]?.value ?? ''));
    else void this.goTo(requested === '' ? 'here' : 'first');
  },
  choose(kind: ListKind, filter: string) {
    const { empty, hint } = emptyText(kind, filter);
    const counters = kind === this.data.kind ? this.data.counters : uncounted(kind);
    this.setData({ ...loadingLines, kind, filter, counters, hint: listHint(filter), empty, emptyHint: hint });
    void this.goTo('first');
  },
  /** Who reads may not be known yet either. */
  retry() {
    this.setData({ phase: 'loading' });
    void this.onShow();
  },
  filterBy(event: Chosen) {
    if (event.detail.value !== this.data.filter) this.choose(this.data.kind, event.detail.value);
  },
  open(event: Emitted<{ orderId: string; action: OrderAction | '' }>) {
    wx.navigateTo({ url: orderRoute(event.detail.orderId, event.detail.action) });
  },
  together() {
    wx.navigateTo({ url: routes.dispatchTogether });
  },
  newOrder() {
    wx.navigateTo({ url: routes.newOrder() });
  },
});
