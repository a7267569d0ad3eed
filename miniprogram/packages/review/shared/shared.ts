import type { SharedMemberView } from '../../../contracts/exchange';
import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes } from '../../../routes';
import * as reviews from '../services/review';
import { nameApart } from '../../../text/person/name-apart';
import { latestTitle, sharedLine } from '../text/record';
import { unitLines } from '../views/review-rows';

interface SharedRow {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly latest: string;
  readonly lines: readonly string[];
}

const data: ListData<SharedRow> = loadingList();

const sharedRow = (view: SharedMemberView): SharedRow => ({
  personId: view.personId,
  name: nameApart(view),
  line: sharedLine(view),
  latest: latestTitle(view.latest?.month),
  lines: view.latest ? unitLines(view.latest.row.sums) : [],
});

const members = pagedList({
  read: (_page: { data: ListData<SharedRow> }, cursor) => reviews.listShared(cursor),
  draw: (answer) => ({ lines: answer.members.map(sharedRow) }),
  refreshOnShow: true,
});

/** Members who share their record with their employer (S2-19). */
Page({
  data,
  ...members,
  openExports() {
    wx.navigateTo({ url: routes.exports });
  },
  open(event: Tapped<{ person: string }>) {
    wx.navigateTo({ url: routes.memberRecord(event.currentTarget.dataset.person) });
  },
});
