import type { Chosen, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as reviews from '../services/review';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import { confirmedTogether, confirmTogetherSheet, monthsTogether } from '../text/reviews';
import { monthRow, type MonthRow } from '../views/review-rows';

interface Data extends ListData<MonthRow>, SelectionData, SheetData<SheetContent> {
  /** More than one draft on the page may be confirmed by the reader. */
  maySelect: boolean;
  together: readonly Choice[];
  /** Branches to choose among; empty for who reads one. */
  branches: readonly Choice[];
  /** The one that is read; '' is the reader's own. */
  branchId: string;
  /** The reader looks at what stands out in the books of all branches. */
  mayInspect: boolean;
}

const data: Data = {
  ...loadingList(),
  ...noSelection,
  ...closedSheet,
  sheet: confirmTogetherSheet([]),
  maySelect: false,
  together: monthsTogether,
  branches: [],
  branchId: '',
  mayInspect: false,
};

const months = pagedList({
  read: (page: { data: Data }, cursor) => reviews.list(page.data.branchId, cursor),
  draw({ reviews: listed, branches = [], mayInspect }, page) {
    const [first] = branches;
    return {
      lines: listed.map(monthRow),
      maySelect: listed.filter(({ mayConfirm }) => mayConfirm).length > 1,
      branches: branches.map(({ branchId, name }) => ({ value: branchId, text: name })),
      branchId: page.data.branchId || (first?.branchId ?? ''),
      mayInspect,
    };
  },
});

/** The months of the branch, the newest first (S2-20); who reads all branches chooses one. */
Page({
  data,
  ...months,
  ...selectionHandlers,
  ...sheetHandlers,
  choose(event: Chosen) {
    this.setData({ ...loadingLines, ...noSelection, branchId: event.detail.value });
    void this.goTo('first');
  },
  sendTogether() {
    const { lines, selected } = this.data;
    const titles = lines.filter(({ selectId }) => selected[selectId] === true).map(({ title }) => title);
    this.setData({ sheet: confirmTogetherSheet(titles), sheetVisible: true });
  },
  /** Each month as it stands in the list; one that changed meanwhile stays chosen, to be looked at. */
  async confirmChosen() {
    if (this.data.sending) return;
    this.setData({ sheetVisible: false });
    const done = await sendSelected(this, ({ month, version }) => reviews.confirm(month, version));
    if (done > 0) showToast(confirmedTogether(done));
  },
  openShared() {
    wx.navigateTo({ url: routes.sharedRecords });
  },
  openCommendation() {
    wx.navigateTo({ url: routes.commendation(this.data.branchId) });
  },
  openPatterns() {
    wx.navigateTo({ url: routes.patterns });
  },
  open(event: Tapped<{ month: string }>) {
    wx.navigateTo({ url: routes.review(event.currentTarget.dataset.month, this.data.branchId) });
  },
});
