import { dialParty } from '../../../page/dial';
import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { refusalOf } from '../../../text/errors';
import { toldLine } from '../../../text/order/by-phone';
import { newsRow, type NewsRow } from '../views/news-row';

interface Data extends ListData<NewsRow> {
  busyId: string;
}

const data: Data = { ...loadingList(), busyId: '' };

const list = pagedList({
  read: (_page, cursor) => orders.listNews(cursor),
  draw: (answer) => ({ lines: answer.orders.map(newsRow) }),
  refreshOnShow: true,
});

/** Whom to ring because no message reaches them: somebody without WeChat hears what became of their order. */
Page({
  data,
  ...list,
  call(event: Tapped<{ id: string }>) {
    return dialParty(event.currentTarget.dataset.id, { party: 'requester', phone: '' });
  },
  async told(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.setData({ busyId: id });
    const reply = await orders.recordTold(id);
    if (reply.ok) await this.goTo('here', { busyId: '' });
    else this.setData({ busyId: '' });
    showToast(reply.ok ? toldLine : refusalOf(reply));
  },
  open(event: Tapped<{ id: string }>) {
    wx.navigateTo({ url: routes.trail(event.currentTarget.dataset.id) });
  },
});
