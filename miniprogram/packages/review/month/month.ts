import type { ReviewRowView } from '../../../contracts/review';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { submitTo } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as reviews from '../services/review';
import { nameApart } from '../../../text/person/name-apart';
import type { SheetContent } from '../../../text/sheet';
import {
  confirmedResult,
  confirming,
  dayLine,
  monthTitle,
  remarkResult,
  remarkSheet,
  scoringLine,
  stateLine,
} from '../text/reviews';
import { memberRow, type MemberRow } from '../views/review-rows';

interface Data extends ListData<MemberRow>, SheetData<SheetContent> {
  title: string;
  day: string;
  state: string;
  /** By what it is assessed; '' for nothing. */
  scoring: string;
  digest: string;
  /** Whether some line was written after its own month was confirmed. */
  isLate: boolean;
  mine: boolean;
  mayConfirm: boolean;
  /** What confirming does, while it is asked about once more; '' before. */
  asking: string;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: remarkSheet({ name: '' }),
  title: '',
  day: '',
  state: '',
  scoring: '',
  digest: '',
  isLate: false,
  mine: false,
  mayConfirm: false,
  asking: '',
  sheetProblem: '',
};

const monthIn = (page: PageWithParameters): string => parameters(page).month ?? '';

interface MonthPage extends PageWithParameters {
  version: number;
  rows: readonly ReviewRowView[];
  warning: string;
}

const month = pagedList({
  read: (page: MonthPage, cursor) => reviews.get(monthIn(page), parameters(page)['branchId'] ?? '', cursor),
  draw(view, page) {
    page.version = view.version;
    page.rows = view.rows;
    page.warning = confirming(view.month, view.people);
    const lines = view.rows.map(memberRow);
    return {
      lines,
      phase: 'ready' as const,
      title: monthTitle(view.month),
      day: dayLine(view),
      state: stateLine(view),
      scoring: scoringLine(view),
      digest: view.digest,
      isLate: lines.some(({ isLate }) => isLate),
      mine: view.mine,
      mayConfirm: view.mayConfirm,
      asking: '',
    };
  },
  emptyFor: ['NOT_FOUND'],
});

const noRows: readonly ReviewRowView[] = [];

/** One month of the branch: what each member did in it, words beside it, and the secretary's word on it. */
Page({
  data,
  ...month,
  ...sheetHandlers,
  /** The version that stands on the page, and its rows. */
  version: 0,
  rows: noRows,
  /** What confirming does. */
  warning: '',
  /** Whose words are being written. */
  personId: '',
  openYear(event: Tapped<{ person: string }>) {
    wx.navigateTo({ url: routes.reviewYear(event.currentTarget.dataset.person) });
  },
  writeRemark(event: Tapped<{ person: string }>) {
    this.personId = event.currentTarget.dataset.person;
    const row = this.rows.find(({ personId }) => personId === this.personId);
    if (row)
      this.setData({ sheet: remarkSheet({ ...row, name: nameApart(row) }), sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(
      () => reviews.remark(monthIn(this), this.personId, words),
      () => ({}),
    );
    if (!reply.ok) return;
    await this.goTo('here');
    showToast(remarkResult(words));
  },
  ask() {
    this.setData({ asking: this.warning, sheetProblem: '' });
  },
  later() {
    this.setData({ asking: '' });
  },
  async confirm() {
    const reply = await submitTo(this, 'sheetProblem', () => reviews.confirm(monthIn(this), this.version), {
      draw: () => ({}),
    });
    if (!reply.ok) return;
    await this.goTo('here');
    showToast(confirmedResult);
  },
});
