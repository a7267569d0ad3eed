import type { OrderAction } from '../../contracts/order';
import { nowMs } from '../../services/platform/clock';
import { takeWantedList } from '../../session/intent';
import { look, refreshLook, type Look } from '../../session/look';
import { orderPage } from '../../session/places';
import { wornPlace } from '../../session/session';
import { told } from '../../session/told';
import { emptyList, listHint, listTitle, uncounted, type Counter, type ListKind } from '../../text/lists';
import type { OrderCard } from '../../text/order-card';
import { failed, type Phase } from '../../text/phase';
import { cardMakers, listKind, readList } from './lists';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  kind: ListKind;
  counters: readonly Counter[];
  filter: string;
  hint: string;
  cards: readonly OrderCard[];
  empty: string;
  emptyHint: string;
  more: boolean;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', kind: 'none', counters: [], filter: '', hint: '', cards: [], empty: '', emptyHint: '', more: false,
};

/** The second tab: a queue, an inbox or one's own orders, by hat; the counts are the filter. */
Page({
  data,
  next: '',
  async onShow() {
    await told();
    refreshLook(this);
    const kind = listKind();
    const wanted = takeWantedList();
    wx.setNavigationBarTitle({ title: listTitle(kind, wornPlace()), fail: () => undefined });
    const other = this.data.empty === '' || kind !== this.data.kind || (wanted !== '' && wanted !== this.data.filter);
    if (other) this.choose(kind, wanted || (uncounted(kind)[0]?.value ?? ''));
    else void this.load();
  },
  choose(kind: ListKind, filter: string) {
    const { empty, hint } = emptyList(kind);
    const counters = kind === this.data.kind ? this.data.counters : uncounted(kind);
    this.setData({ kind, filter, counters, phase: 'loading', cards: [], hint: listHint(filter), empty, emptyHint: hint, more: false });
    void this.load();
  },
  async load() {
    const { kind, filter } = this.data;
    const reply = await readList(kind, filter);
    if (filter !== this.data.filter || kind !== this.data.kind) return;
    if (!reply.ok) {
      this.setData(reply.code === 'NOT_SIGNED_IN' ? { phase: 'empty' } : failed(reply.code));
      return;
    }
    const { orders, counters, next } = reply.data;
    this.next = next ?? '';
    const now = nowMs();
    this.setData({ phase: orders.length > 0 ? 'ready' : 'empty', counters, cards: orders.map((order) => cardMakers[kind](order, now)), more: next !== undefined });
  },
  /** Adds a page; only what is new crosses to the view. */
  async onReachBottom() {
    const { kind, filter, cards } = this.data;
    const cursor = this.next;
    if (cursor === '') return;
    this.next = '';
    const reply = await readList(kind, filter, cursor);
    if (!reply.ok || filter !== this.data.filter) return;
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const added = reply.data.orders.map((order, index) => [`cards[${cards.length + index}]`, cardMakers[kind](order, now)]);
    this.setData({ ...Object.fromEntries(added), more: this.next !== '' });
  },
  /** Who reads may not be known yet either. */
  retry() {
    this.setData({ phase: 'loading' });
    void this.onShow();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
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
