import type { ExchangeNoteView, MemberRecordView } from '../../../contracts/exchange';
import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as reviews from '../services/review';
import { className } from '../../../text/passbook/classes';
import type { SheetContent } from '../../../text/sheet';
import {
  bookLine,
  latestTitle,
  noteLine,
  noteSheet,
  registrationLine,
  sentResult,
  shareAction,
  sharedResult,
  sharingLine,
} from '../text/record';
import { unitLines } from '../views/review-rows';

interface Data extends PageData, SheetData<SheetContent> {
  name: string;
  className: string;
  registration: string;
  books: readonly string[];
  latest: string;
  latestLines: readonly string[];
  remark: string;
  sharing: string;
  /** What the button says that agrees or takes it back; '' for whom it is none. */
  shareAction: string;
  notes: readonly { readonly noteId: string; readonly words: string; readonly line: string }[];
  mayWrite: boolean;
  mayReadYear: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingPage(),
  ...closedSheet,
  sheet: noteSheet,
  name: '',
  className: '',
  registration: '',
  books: [],
  latest: '',
  latestLines: [],
  remark: '',
  sharing: '',
  shareAction: '',
  notes: [],
  mayWrite: false,
  mayReadYear: false,
  sheetProblem: '',
};

const noteRow = (note: ExchangeNoteView) => ({ noteId: note.noteId, words: note.words, line: noteLine(note) });

interface RecordPage extends PageWithParameters {
  personId: string;
  isShared: boolean;
}

function draw(view: MemberRecordView, page: RecordPage): Partial<Data> {
  page.personId = view.personId;
  page.isShared = view.shared;
  const { latest } = view;
  return {
    name: view.name,
    className: view.memberClass ? className(view.memberClass) : '',
    registration: registrationLine(view),
    books: view.books.map(bookLine),
    latest: latestTitle(latest?.month),
    latestLines: latest ? unitLines(latest.row.sums) : [],
    remark: latest?.row.remark ?? '',
    sharing: sharingLine(view),
    shareAction: view.mayShare ? shareAction(view.shared) : '',
    notes: view.notes.map(noteRow),
    mayWrite: view.mayWrite,
    mayReadYear: view.mayReadYear,
  };
}

const shown = record({
  read: (page: RecordPage) => reviews.getRecord(parameters(page).personId ?? ''),
  draw,
});

/** One record of a member: registration, points, review, and what both sides write each other (S2-17). */
Page({
  data,
  ...shown,
  ...sheetHandlers,
  personId: '',
  isShared: false,
  openYear() {
    wx.navigateTo({ url: routes.reviewYear(this.personId) });
  },
  async share() {
    const agreed = !this.isShared;
    const reply = await this.submit(() => reviews.share(agreed), { draw: (view) => draw(view, this) });
    if (reply.ok) showToast(sharedResult(agreed));
  },
  write() {
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(
      () => reviews.sendNote(this.personId, words),
      (view) => draw(view, this),
    );
    if (reply.ok) showToast(sentResult);
  },
});
