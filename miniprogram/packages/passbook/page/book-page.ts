/** A page that shows one passbook of several, one a unit, and asks about its entries. Spread in beside `pagedList`. */
import type { Reply } from '../../../contracts/error';
import type { PassbookView, PointUnit } from '../../../contracts/passbook';
import { routes } from '../../../routes';
import { nowMs } from '../../../services/platform/clock';
import { checkedUpTo, checkingBook, soundBook, verificationResult } from '../text/entries';
import type { SheetContent } from '../../../text/sheet';
import { checkWholeBook, type Verdict } from './check-book';
import type { Emitted } from '../../../page/events';
import { sheetHandlers } from '../../../page/sheet';

/** So long a book that nobody wrote into counts as checked, while its page goes away and comes back. */
const checkHoldsMs = 10 * 60_000;

/** A check of the open book: which, as its head stood, and when it began. */
interface BookCheck {
  readonly key: string;
  readonly startedMs: number;
}

const noCheck: BookCheck = { key: '', startedMs: 0 };

/** What a page says of a check that somebody asked for, in the same breath as its foot. */
export interface AskedCheck {
  readonly begins: object;
  ends(reply: Reply<Verdict>): object;
}

const unasked: AskedCheck = { begins: {}, ends: () => ({}) };

/** At the foot of the book stands, in `checked`, how far its lines were checked since it was opened. */
interface BookPage {
  data: { book: { readonly personId: string; readonly unit: PointUnit; readonly on: string } | null; checked: string };
  unit: string;
  on: string;
  entryId: string;
  check: BookCheck;
  dueCheck: string;
  setData(change: object): void;
  checkLines(
    book: { readonly personId: string; readonly unit: PointUnit },
    key?: string,
    asked?: AskedCheck,
  ): Promise<void>;
  goTo(target: 'first'): Promise<void>;
}

export const bookHandlers = {
  ...sheetHandlers,
  /** Of the book that was chosen; '' before one was. */
  unit: '',
  /** The day at whose end the book is read, `2026-10-31`; '' for now. */
  on: '',
  async chooseDate(this: BookPage, event: Emitted<{ on: string }>): Promise<void> {
    this.on = event.detail.on;
    await this.goTo('first');
    // what is on the screen is what is read on, should the other day not have come
    this.on = this.data.book?.on ?? '';
  },
  /** The entry that the open sheet is about. */
  entryId: '',
  async chooseUnit(this: BookPage, event: Emitted<{ unit: string }>): Promise<void> {
    this.unit = event.detail.unit;
    await this.goTo('first');
    // the book that is open is the one that is read on, should the other not have come
    this.unit = this.data.book?.unit ?? '';
  },
  check: noCheck,
  /** The check that a book which was opened waits for; '' for none. */
  dueCheck: '',
  /** What stands at the foot of a book that was opened, until its lines are checked (`checkDue`). */
  openedBook(this: BookPage, { personId, unit, on, checkCode = '' }: PassbookView): { checked?: string } {
    // A day before says nothing of the lines behind it: the foot stays as the whole book left it.
    if (on !== undefined) return {};
    const key = `${personId}:${unit}:${checkCode}`;
    const isFresh = key === this.check.key && nowMs() - this.check.startedMs < checkHoldsMs;
    this.dueCheck = checkCode === '' || isFresh ? '' : key;
    // a book without lines ends the check of the one before it
    if (checkCode === '') this.check = noCheck;
    if (this.dueCheck !== '') return { checked: checkingBook };
    return isFresh ? {} : { checked: '' };
  },
  /** Checks every line of a book that was opened, also of one in which another line was written meanwhile. */
  checkDue(this: BookPage, { personId, unit, on }: PassbookView): void {
    if (on === undefined && this.dueCheck !== '') void this.checkLines({ personId, unit }, this.dueCheck);
  },
  /**
   * Checks every line and writes at the foot how far it came; another check ends this one.
   * @param key of a book that was just opened; '' where somebody asked
   */
  async checkLines(
    this: BookPage,
    { personId, unit }: { readonly personId: string; readonly unit: PointUnit },
    key = '',
    { begins, ends } = unasked,
  ): Promise<void> {
    const check = { key, startedMs: nowMs() };
    this.check = check;
    if (key === '') this.setData({ checked: checkingBook, ...begins });
    const isLast = () => this.check === check;
    let reached = '';
    const reply = await checkWholeBook(unit, personId, (entries) => {
      reached = checkedUpTo(entries);
      if (isLast()) this.setData({ checked: reached });
      return isLast();
    });
    if (!reply || !isLast()) return;
    if (!reply.ok) this.check = noCheck;
    const found = reply.ok && (reply.data.state === 'sound' ? soundBook : verificationResult(reply.data));
    this.setData({ checked: found || reached, ...ends(reply) });
  },
  /** The month of the open book, with its proof. */
  openSlip(this: BookPage): void {
    const { book } = this.data;
    if (book !== null) wx.navigateTo({ url: routes.slip(book.personId, book.unit) });
  },
  /** The twelve months of whoever's book it is. */
  openYear(this: BookPage): void {
    const { book } = this.data;
    if (book !== null) wx.navigateTo({ url: routes.reviewYear(book.personId) });
  },
  askAbout(this: BookPage, entryId: string, sheet: SheetContent): void {
    this.entryId = entryId;
    this.setData({ sheet, sheetVisible: true, sheetProblem: '' });
  },
};

/** What a list of a book's lines needs of its page. */
export type OpenBookPage = Pick<BookPage, 'unit' | 'on'> & {
  openedBook(view: PassbookView): { checked?: string };
  checkDue(view: PassbookView): void;
};
