import { needDays, type NeedDay } from '../../../contracts/need';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { orderRoute } from '../../../page/order-route';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { staffCard, type OrderCard } from '../../../views/order/order-card';
import { dayChoices, hourLine, hourText, needsNote, nobodyWants } from '../text/needs';

interface HourRow {
  readonly hour: string;
  readonly line: string;
}

interface Data extends ListData<OrderCard> {
  days: readonly Choice[];
  /** '' before anything was answered: the cloud begins with today's. */
  day: string;
  hours: readonly HourRow[];
  note: string;
  nobody: string;
  /** The reader is in the members' vanguard. */
  vanguard: boolean;
}

const data: Data = {
  ...loadingList(),
  days: dayChoices([]),
  day: '',
  hours: [],
  note: '',
  nobody: '',
  vanguard: false,
};

const listed = pagedList({
  read: (page: { readonly data: Data }, cursor) =>
    orders.listNeeds(
      needDays.find((day) => String(day) === page.data.day),
      cursor,
    ),
  draw: (answer, _page, number) => ({
    phase: 'ready',
    lines: answer.orders.map((order) => staffCard(order, nowMs())),
    day: String(answer.day),
    ...(number === 1 && {
      days: dayChoices(answer.days),
      hours: answer.hours.map((one) => ({ hour: hourText(one.hour), line: hourLine(one) })),
    }),
    note: needsNote(answer.day, answer.countsAtLeast === true),
    nobody: nobodyWants,
    vanguard: answer.vanguard === true,
  }),
});

/** The needs ledger: what is wanted on a day, hour by hour, and how many members are free then. */
Page({
  data,
  ...listed,
  chooseDay({ detail: { value } }: Chosen) {
    const day: NeedDay | undefined = needDays.find((one) => String(one) === value);
    if (day === undefined) return undefined;
    this.setData({ ...loadingLines, day: String(day) });
    return this.goTo('first');
  },
  open(event: Emitted<{ orderId: string }>) {
    const { orderId } = event.detail;
    wx.navigateTo({ url: this.data.vanguard ? orderRoute(orderId) : routes.trail(orderId) });
  },
  openWishes() {
    wx.navigateTo({ url: routes.wishes });
  },
  openExports() {
    wx.navigateTo({ url: routes.exports });
  },
});
