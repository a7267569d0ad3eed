import { hideReasons } from '../../../contracts/moderation';
import { thanksLists, type ThanksList } from '../../../contracts/thanks';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { submitTo } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as recognition from '../services/recognition';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import { hiddenResult } from '../text/ranking';
import { hiddenThanks, hideSheet, listChoices, showSheet, shownThanks, thanksLine } from '../text/thanks';

interface ThanksRow {
  readonly orderId: string;
  readonly words: string;
  readonly line: string;
  readonly mayDecide: boolean;
}

interface Data extends ListData<ThanksRow>, SheetData<SheetContent> {
  lists: readonly Choice<ThanksList>[];
  list: ThanksList;
  /** The community shows the wall. */
  isOpen: boolean;
  /** The reader is shown where they are thanked. */
  isOn: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: showSheet,
  lists: listChoices(false),
  list: 'wall',
  isOpen: true,
  isOn: true,
  sheetProblem: '',
};

const thanks = pagedList({
  read: (page: { data: Data }, cursor) => recognition.listThanks(page.data.list, cursor),
  draw: (view, { data: { list } }) => ({
    lines: view.thanks.map((one) => ({
      orderId: one.orderId,
      words: one.words,
      line: thanksLine(one),
      mayDecide: list === 'waiting' && one.mayDecide === true,
    })),
    lists: listChoices(view.decides),
    isOpen: view.shown,
    isOn: !view.hidden.includes('thanks'),
  }),
});

/** What residents thank for, once a person looked at it; how many there are is nobody's to read. */
Page({
  data,
  ...thanks,
  ...sheetHandlers,
  orderId: '',
  isShowing: true,
  choose({ detail }: Chosen) {
    const list = thanksLists.find((one) => one === detail.value) ?? 'wall';
    this.setData({ ...loadingLines, list });
    void this.goTo('first');
  },
  openStar() {
    wx.navigateTo({ url: routes.star });
  },
  ask(event: Tapped<{ order: string; show: string }>) {
    const { order, show } = event.currentTarget.dataset;
    this.orderId = order;
    this.isShowing = show === 'yes';
    this.setData({ sheet: this.isShowing ? showSheet : hideSheet, sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { reason, words } }: Emitted<ReasonInput>) {
    const why = hideReasons.find((one) => one === reason) ?? 'untrue';
    const isShowing = this.isShowing;
    const reply = await this.submitSheet(
      () => (isShowing ? recognition.showThanks(this.orderId, words) : recognition.hideThanks(this.orderId, why)),
      () => ({}),
    );
    if (!reply.ok) return;
    await this.goTo('here');
    showToast(isShowing ? shownThanks : hiddenThanks);
  },
  async toggle() {
    const hidden = this.data.isOn;
    const reply = await submitTo(this, 'sheetProblem', () => recognition.saveChoice('thanks', hidden), {
      draw: (view) => ({ isOn: !view.hidden.includes('thanks') }),
    });
    if (reply.ok) showToast(hiddenResult(hidden));
  },
});
