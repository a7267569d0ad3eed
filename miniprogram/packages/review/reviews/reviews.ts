import type { Chosen, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes } from '../../../routes';
import * as reviews from '../services/review';
import type { Choice } from '../../../text/choice';
import { monthRow, type MonthRow } from '../views/review-rows';

interface Data extends ListData<MonthRow> {
  /** Branches to choose among; empty for who reads one. */
  branches: readonly Choice[];
  /** The one that is read; '' is the reader's own. */
  branchId: string;
  /** The reader looks at what stands out in the books of all branches. */
  mayInspect: boolean;
}

const data: Data = { ...loadingList(), branches: [], branchId: '', mayInspect: false };

const months = pagedList({
  read: (page: { data: Data }, cursor) => reviews.list(page.data.branchId, cursor),
  draw({ reviews: listed, branches = [], mayInspect }, page) {
    const [first] = branches;
    return {
      lines: listed.map(monthRow),
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
  choose(event: Chosen) {
    this.setData({ ...loadingLines, branchId: event.detail.value });
    void this.goTo('first');
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
