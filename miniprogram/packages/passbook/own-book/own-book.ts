import type { Reply } from '../../../contracts/error';
import type { Verdict } from '../page/check-book';
import { pointUnits, type EntryView } from '../../../contracts/passbook';
import { bookHandlers, type OpenBookPage } from '../page/book-page';
import type { Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { closedSheet, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { tabContent } from '../page/tab-content';
import { tabs } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { contestSheet } from '../text/contest';
import { book, type Book } from '../views/book';
import { ledgerLine, type LedgerLine } from '../views/ledger-line';

interface Data extends ListData<LedgerLine>, SheetData<SheetContent> {
  book: Book | null;
  /** How far the book was checked since it was opened, and what was found. */
  checked: string;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: contestSheet,
  sheetProblem: '',
  book: null,
  checked: '',
};

const entries = pagedList({
  read({ unit: requested, on }: OpenBookPage, cursor) {
    const unit = pointUnits.find((known) => known === requested);
    return passbooks.get({ ...(unit && { unit }), ...(on !== '' && { on }), ...(cursor !== undefined && { cursor }) });
  },
  /** The cover is the first page's: a later one answers it as it stood at its own first line. */
  draw(view, page, number) {
    const lines = view.entries.map((entry) => ledgerLine(entry, view.mine, nowMs()));
    return { phase: 'ready', lines, ...(number === 1 && { book: book(view, nowMs()), ...page.openedBook(view) }) };
  },
  afterLoad(view, page, number) {
    if (number === 1) page.checkDue(view);
  },
  emptyFor: ['NOT_FOUND', 'FORBIDDEN', 'NOT_SIGNED_IN'],
  refreshOnShow: true,
});

/** A check that did not come to its end says why; the foot of the book says how far it came. */
function sayWhyNot(reply: Reply<Verdict>): object {
  if (!reply.ok) showToast(refusal(reply.code));
  return {};
}

/** My red passbook: one book a unit, written by the branch, read by me. */
tabContent({
  data,
  ...entries,
  ...bookHandlers,
  /** Nobody stands at the end of a road. */
  openHome() {
    wx.switchTab({ url: tabs.home });
  },
  verify() {
    const { book: mine } = this.data;
    if (mine) void this.checkLines(mine, '', { begins: {}, ends: sayWhyNot });
  },
  contest(event: Emitted<{ entryId: string }>) {
    this.askAbout(event.detail.entryId, contestSheet);
  },
  submitReason(event: Emitted<ReasonInput>) {
    void this.submitSheet(
      () => passbooks.contest(this.entryId, event.detail.words),
      (entry) => ({ lines: this.withEntry(entry) }),
    );
  },
  withEntry(entry: EntryView): readonly LedgerLine[] {
    return this.data.lines.map((line) => (line.entryId === entry.entryId ? ledgerLine(entry, true, nowMs()) : line));
  },
});
