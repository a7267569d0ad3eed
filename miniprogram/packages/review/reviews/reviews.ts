import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes } from '../../../routes';
import * as reviews from '../../../services/review';
import { monthRow, type MonthRow } from '../views/review-rows';

const data: ListData<MonthRow> = loadingList();

const months = pagedList({
  read: (_page: { data: ListData<MonthRow> }, cursor) => reviews.list(cursor),
  draw: (answer) => ({ lines: answer.reviews.map(monthRow) }),
});

/** The months of the branch, the newest first (S2-20). */
Page({
  data,
  ...months,
  openShared() {
    wx.navigateTo({ url: routes.sharedRecords });
  },
  open(event: Tapped<{ month: string }>) {
    wx.navigateTo({ url: routes.review(event.currentTarget.dataset.month) });
  },
});
