import { pointUnits, type PointUnit } from '../../../contracts/passbook';
import { bookHandlers, type OpenBookPage } from '../page/book-page';
import type { Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { closedSheet, type SheetData } from '../../../page/sheet';
import { proposedResult } from '../../../text/passbook/waiting';
import { rightChosen } from '../../../contracts/right-cause';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import { requestErasure } from '../../../services/person';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { verificationResult } from '../text/entries';
import { book, type Book } from '../views/book';
import { ledgerLine, withProposal, type LedgerLine } from '../views/ledger-line';
import { erasureAskedResult, upheldResult } from '../text/results';
import { erasureSheet, proposeSheet, proposeSheetFor, upholdSheet } from '../text/sheets';

interface Data extends ListData<LedgerLine>, SheetData<SheetContent> {
  book: Book | null;
  /** The reader may ask that the owner's name and words are erased, and has not just done so. */
  mayErase: boolean;
  /** Whoever keeps the books may propose a line by hand. */
  mayGrant: boolean;
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
  mayErase: false,
  mayGrant: false,
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
  read: (page: BookPage, cursor) =>
    passbooks.get({
      ...bookOf(page),
      ...(page.on !== '' && { on: page.on }),
      ...(cursor !== undefined && { cursor }),
    }),
  /** The cover is the first page's: a later one answers it as it stood at its own first line. */
  draw(view, page, number) {
    const lines = view.entries.map((entry) => ledgerLine(entry, false, nowMs()));
    return {
      phase: 'ready',
      lines,
      ...(number === 1 && {
        book: book(view, nowMs()),
        mayErase: view.mayRequestErasure === true,
        mayGrant: view.mayGrant === true,
        verification: '',
        ...page.openedBook(view),
      }),
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
    const { entryId } = event.detail;
    const line = this.data.lines.find((one) => one.entryId === entryId);
    this.askAbout(entryId, line ? proposeSheetFor(line.cause) : proposeSheet);
  },
  uphold(event: Emitted<{ entryId: string }>) {
    this.askAbout(event.detail.entryId, upholdSheet);
  },
  openGrant() {
    const { personId, unit } = bookOf(this);
    wx.navigateTo({ url: routes.grant(personId, unit) });
  },
  askErasure() {
    this.askAbout('', erasureSheet);
  },
  async submitReason({ detail: { words, reason } }: Emitted<ReasonInput>) {
    const { title } = this.data.sheet;
    if (title === erasureSheet.title) await this.submitErasure(words);
    else if (title === upholdSheet.title) await this.submitUphold(words);
    else await this.submitProposal(words, reason);
  },
  async submitErasure(reason: string) {
    const { personId } = bookOf(this);
    const reply = await this.submitSheet(
      () => requestErasure(reason, personId),
      () => ({ mayErase: false }),
    );
    if (reply.ok) showToast(erasureAskedResult);
  },
  async submitUphold(reason: string) {
    const reply = await this.submitSheet(
      () => passbooks.uphold(this.entryId, reason),
      (entry) => this.withLine(() => ledgerLine(entry, false, nowMs())),
    );
    if (reply.ok) showToast(upheldResult);
  },
  async submitProposal(reason: string, choice: string) {
    const reply = await this.submitSheet(
      () => passbooks.proposeReversal(this.entryId, reason, rightChosen(choice)),
      () => this.withLine(withProposal),
    );
    if (reply.ok) showToast(proposedResult);
  },
  /** The lines, with that of the open sheet as it reads now. */
  withLine(change: (line: LedgerLine) => LedgerLine): Pick<Data, 'lines'> {
    return { lines: this.data.lines.map((line) => (line.entryId === this.entryId ? change(line) : line)) };
  },
});
