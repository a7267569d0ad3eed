import type { WelcomeItem } from '../../../contracts/enrolment';
import type { Output } from '../../../contracts/api';
import { isAnotherMatter } from '../../../page/ask-similar';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as enrolments from '../services/enrolment';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import type { TickedItem } from '../components/welcome-list/welcome-list';
import { askedLine, stateLine } from '../text/enrolment';
import { centreLine, centreResults, hoursLine } from '../text/hours';
import { suggestedLine, tickedLine } from '../text/welcome';
import { welcomeRows, type WelcomeRow } from '../views/welcome-row';

interface Data extends PageData {
  /** Nothing was asked yet, or it was refused. */
  mayAsk: boolean;
  state: string;
  line: string;
  colour: string;
  gridName: string;
  grids: readonly Choice[];
  gridId: string;
  rows: readonly WelcomeRow[];
  busy: boolean;
  busyItem: string;
  isEnrolled: boolean;
  centre: string;
  hours: string;
}

const data: Data = {
  ...loadingPage(),
  mayAsk: false,
  state: '',
  line: '',
  colour: '',
  gridName: '',
  grids: [],
  gridId: '',
  rows: [],
  busy: false,
  busyItem: '',
  isEnrolled: false,
  centre: '',
  hours: '',
};

type View = NonNullable<Output<'enrolment.get'>['enrolment']>;

const drawn = (view: View): Partial<Data> => ({
  mayAsk: view.state === 'refused',
  state: view.state,
  line: stateLine(view),
  colour: view.colour ?? '',
  gridName: view.gridName,
  rows: view.state === 'enrolled' ? welcomeRows(view, true) : [],
  isEnrolled: view.state === 'enrolled',
  centre: view.centreSince === undefined ? '' : centreLine(view.centreSince),
  hours: hoursLine(view.hours),
});

interface Page {
  data: Data;
  placeId: string;
}

const own = record({
  read: () => enrolments.get(),
  draw: ({ enrolment, grids, homeGridId = '', placeId = '' }, page: Page) => {
    page.placeId = placeId;
    return {
      mayAsk: enrolment === undefined,
      grids: grids.map(({ gridId, name }) => ({ value: gridId, text: name })),
      gridId: page.data.gridId || homeGridId,
      ...(enrolment && drawn(enrolment)),
    };
  },
  refreshOnShow: true,
  isEditing: ({ data: { busyItem } }: Page) => busyItem !== '',
});

/** A working member's own enrolment: asked for here, and welcomed by six items. */
Page({
  data,
  ...own,
  /** Where what they suggest belongs. */
  placeId: '',
  /** A suggestion that became an order and is not ticked yet. */
  orderId: '',
  chooseGrid(event: Chosen) {
    this.setData({ gridId: event.detail.value, problem: '' });
  },
  async ask() {
    const reply = await this.submit(() => enrolments.request(this.data.gridId), { draw: drawn });
    if (reply.ok) showToast(askedLine);
  },
  async tick({ detail: { item, skills, words } }: Emitted<TickedItem>) {
    this.setData({ busyItem: item });
    if (item === 'suggestion' && this.orderId === '') {
      this.orderId = await this.suggest(words);
      if (this.orderId === '') {
        this.setData({ busyItem: '' });
        return;
      }
    }
    await this.send(item, {
      ...(item === 'duty' && { skills }),
      ...(item === 'suggestion' && { orderId: this.orderId }),
    });
  },
  /** @returns the order that it became; '' where it was not taken, or is one that there is already */
  async suggest(words: string): Promise<string> {
    const place = this.placeId === '' ? {} : { placeId: this.placeId };
    if (!(await isAnotherMatter({ category: 'other', words, ...place }))) return '';
    const order = await enrolments.suggest(words, place);
    if (order.ok) return order.data.orderId;
    showToast(refusalOf(order));
    return '';
  },
  async send(item: WelcomeItem, more: Parameters<typeof enrolments.tick>[2]) {
    const reply = await enrolments.tick(item, true, more);
    this.setData({ busyItem: '', ...(reply.ok && drawn(reply.data)) });
    if (reply.ok) showToast(item === 'suggestion' ? suggestedLine : tickedLine);
    else showToast(refusalOf(reply));
  },
  openPresence() {
    wx.navigateTo({ url: routes.presence() });
  },
  openHours() {
    wx.navigateTo({ url: routes.memberHours });
  },
  agreeCentre() {
    return this.setCentre(true);
  },
  withdrawCentre() {
    return this.setCentre(false);
  },
  async setCentre(agree: boolean) {
    const reply = await this.submit(() => enrolments.setCentre(agree), { draw: drawn });
    if (reply.ok) showToast(agree ? centreResults.agreed : centreResults.withdrawn);
    else showToast(this.data.problem);
  },
  open({ detail: { orderId } }: Emitted<{ orderId: string }>) {
    wx.navigateTo({ url: routes.progress(orderId) });
  },
});
