import { pointUnits, type EntryView, type PointUnit } from '../../../contracts/passbook';
import { bookHandlers, type OpenBookPage } from '../../../page/book-page';
import type { Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { closedSheet, type SheetData } from '../../../page/sheet';
import type { Sent } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import type { ReasonInput } from '../../../services/moves';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { verificationResult } from '../../../text/passbook/entries';
import { book, type Book } from '../../../views/passbook/book';
import { ledgerLine, withProposal, type LedgerLine } from '../../../views/passbook/ledger-line';
import { proposedResult, upheldResult } from '../text/results';
import { proposeSheet, upholdSheet } from '../text/sheets';

interface Data extends ListData<LedgerLine>, SheetData<SheetContent> {
  book: Book | null;
  /** How far the book was checked since it was opened, and what was found. */
  checked: string;
  verification: string;
  sound: boolean;
  checking: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: proposeSheet,
  sheetProblem: '',
  book: null,
  checked: '',
  verification: '',
  sound: false,
  checking: false,
};

interface BookPage extends PageWithParameters, OpenBookPage {
  /** Chosen on the page; '' for that of the query. */
  readonly unit: string;
}

function bookOf(page: Pick<BookPage, 'unit' | keyof PageWithParameters>): { personId: string; unit: PointUnit } {
  const { personId = '', unit = '' } = parameters(page);
  return { personId, unit: pointUnits.find((known) => known === (page.unit || unit)) ?? 'organization' };
}

const entries = pagedList({
  read: (page: BookPage, cursor) => passbooks.get({ ...bookOf(page), ...(cursor !== undefined && { cursor }) }),
  /** The cover is the first page's: a later one answers it as it stood at its own first line. */
  draw(view, page, number) {
    const lines = view.entries.map((entry) => ledgerLine(entry, false, nowMs()));
    return {
      phase: 'ready',
      lines,
      ...(number === 1 && { book: book(view), verification: '', ...page.openedBook(view) }),
    };
  },
  afterLoad(view, page, number) {
    if (number === 1) page.checkDue(view);
  },
});

/** A member's book as the branch has it: read, checked, and put right by two people. */
Page({
  data,
  ...entries,
  ...bookHandlers,
  verify() {
    void this.checkLines(bookOf(this), '', {
      begins: { checking: true, verification: '' },
      ends: (reply) => ({
        checking: false,
        verification: reply.ok ? verificationResult(reply.data) : refusal(reply.code),
        sound: reply.ok && reply.data.state === 'sound',
      }),
    });
  },
  propose(event: Emitted<{ entryId: string }>) {
    this.askAbout(event.detail.entryId, proposeSheet);
  },
  uphold(event: Emitted<{ entryId: string }>) {
    this.askAbout(event.detail.entryId, upholdSheet);
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    const upholds = this.data.sheet.title === upholdSheet.title;
    const reply = await (upholds ? this.submitUphold(words) : this.submitProposal(words));
    if (reply.ok) showToast(upholds ? upheldResult : proposedResult);
  },
  submitUphold(reason: string): Promise<Sent<EntryView>> {
    return this.submitSheet(
      () => passbooks.uphold(this.entryId, reason),
      (entry) => this.withLine(() => ledgerLine(entry, false, nowMs())),
    );
  },
  submitProposal(reason: string): Promise<Sent<object>> {
    return this.submitSheet(
      () => passbooks.proposeReversal(this.entryId, reason),
      () => this.withLine(withProposal),
    );
  },
  /** The lines, with that of the open sheet as it reads now. */
  withLine(change: (line: LedgerLine) => LedgerLine): Pick<Data, 'lines'> {
    return { lines: this.data.lines.map((line) => (line.entryId === this.entryId ? change(line) : line)) };
  },
});
