import { dialParty } from '../../../page/dial';
import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { refusalOf } from '../../../text/errors';
import { toldLine } from '../../../text/order/by-phone';
import { newsRow, type NewsRow } from '../views/news-row';

/** Who is rung about which order; `person` is empty for its requester. */
interface Whom {
  readonly id: string;
  readonly person: string;
}

function named(person: string): { readonly personId?: string } {
  return person === '' ? {} : { personId: person };
}

interface Data extends ListData<NewsRow> {
  busyKey: string;
}

const data: Data = { ...loadingList(), busyKey: '' };

const list = pagedList({
  read: (_page, cursor) => orders.listNews(cursor),
  draw: (answer) => ({ lines: answer.orders.map(newsRow) }),
  refreshOnShow: true,
});

/** Whom to ring because no message reaches them: somebody without WeChat hears what became of their order. */
Page({
  data,
  ...list,
  call(event: Tapped<Whom>) {
    const { id, person } = event.currentTarget.dataset;
    return dialParty(id, { party: 'requester', phone: '', ...named(person) });
  },
  async told(event: Tapped<Whom>) {
    const { id, person } = event.currentTarget.dataset;
    this.setData({ busyKey: `${id}:${person}` });
    const reply = await orders.recordTold(id, named(person).personId);
    if (reply.ok) await this.goTo('here', { busyKey: '' });
    else this.setData({ busyKey: '' });
    showToast(reply.ok ? toldLine : refusalOf(reply));
  },
  open(event: Tapped<{ id: string }>) {
    wx.navigateTo({ url: routes.trail(event.currentTarget.dataset.id) });
  },
});
