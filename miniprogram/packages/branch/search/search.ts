import type { Reply } from '../../../contracts/error';
import type { SearchPage } from '../../../contracts/order';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import type { OrderCard } from '../../../views/order/order-card';
import { foundBy, unreadable } from '../text/search';
import { foundOrder } from '../views/found-order';

interface Data extends ListData<OrderCard> {
  /** What is looked for; '' before anything was. */
  words: string;
  /** As what it was read. */
  by: string;
  /** Why it could not be read. */
  wordsProblem: string;
}

const data: Data = { ...loadingList(), phase: 'empty', words: '', by: '', wordsProblem: '' };

const found = pagedList({
  async read(page: { data: Data; wordsProblem: string }, cursor): Promise<Reply<SearchPage>> {
    page.wordsProblem = '';
    const reply = await orders.search(page.data.words, cursor);
    if (!reply.ok && reply.code === 'INVALID_INPUT') page.wordsProblem = unreadable;
    return reply;
  },
  draw: ({ by, orders: shown }) => ({ lines: shown.map((order) => foundOrder(order, nowMs())), by: foundBy(by) }),
  emptyFor: ['INVALID_INPUT'],
});

/** Any order of the community, closed ones included, by one field that takes whatever somebody has of it. */
Page({
  data,
  ...found,
  /** What stands in the field. */
  typed: '',
  wordsProblem: '',
  /** Nothing is asked before somebody looks for something. */
  onLoad() {
    return;
  },
  load() {
    if (this.data.words !== '') void this.goTo('here');
  },
  async onPullDownRefresh() {
    if (this.data.words !== '') await this.goTo('first');
    wx.stopPullDownRefresh();
  },
  type(event: Chosen) {
    this.typed = event.detail.value;
  },
  async find() {
    const words = this.typed.trim();
    if (words === '') return;
    this.setData({ ...loadingLines, words, by: '', wordsProblem: '' });
    await this.goTo('first');
    if (this.wordsProblem !== '') this.setData({ wordsProblem: this.wordsProblem });
  },
  open(event: Emitted<{ orderId: string }>) {
    wx.navigateTo({ url: routes.trail(event.detail.orderId) });
  },
});
