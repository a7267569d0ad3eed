/** A page that shows one passbook of several, one a unit, and asks about its entries. Spread in beside `pagedList`. */
import type { Reply } from '../contracts/error';
import type { PassbookView } from '../contracts/passbook';
import { routes } from '../routes';
import { nowMs } from '../services/platform/clock';
import { checkedUpTo, checkingBook, soundBook, verificationResult } from '../text/passbook/entries';
import type { SheetContent } from '../text/sheet';
import { checkWholeBook, type Verdict } from './check-book';
import type { Emitted } from './events';
import { sheetHandlers } from './sheet';

/** So long a book that nobody wrote into counts as checked, while its page goes away and comes back. */
const checkHoldsMs = 10 * 60_000;

/** A check of the open book: which, as its head stood, and when it began. */
interface BookCheck {
  readonly key: string;
  readonly startedMs: number;
}

const noCheck: BookCheck = { key: '', startedMs: 0 };

type OneBook = Pick<PassbookView, 'personId' | 'unit'>;

const keyOf = ({ personId, unit, checkCode = '' }: PassbookView): string => `${personId}:${unit}:${checkCode}`;

const isFresh = (check: BookCheck, view: PassbookView): boolean =>
  check.key === keyOf(view) && nowMs() - check.startedMs < checkHoldsMs;

/** At the foot of the book stands, in `checked`, how far its lines were checked since it was opened. */
interface BookPage {
  data: { book: OneBook | null; checked: string };
  unit: string;
  entryId: string;
  check: BookCheck;
  setData(change: object): void;
  checkLines(book: OneBook, key: string): Promise<Reply<Verdict> | undefined>;
  goTo(target: 'first'): Promise<void>;
}

export const bookHandlers = {
  ...sheetHandlers,
  /** Of the book that was chosen; '' before one was. */
  unit: '',
  /** The entry that the open sheet is about. */
  entryId: '',
  async chooseUnit(this: BookPage, event: Emitted<{ unit: string }>): Promise<void> {
    this.unit = event.detail.unit;
    await this.goTo('first');
    // the book that is open is the one that is read on, should the other not have come
    this.unit = this.data.book?.unit ?? '';
  },
  check: noCheck,
  /** What the foot of a book says from its first lines on, drawn with them; nothing where what it says still holds. */
  checkedAtOpening(this: BookPage, view: PassbookView): { checked?: string } {
    if (view.checkCode === undefined) return { checked: '' };
    return isFresh(this.check, view) ? {} : { checked: checkingBook };
  },
  /** Checks every line of a book that was opened, also of one in which another line was written meanwhile. */
  checkOpened(this: BookPage, view: PassbookView): void {
    if (view.checkCode === undefined) this.check = noCheck;
    else if (!isFresh(this.check, view)) void this.checkLines(view, keyOf(view));
  },
  /** The same when somebody asks for it. */
  recheckLines(this: BookPage, book: OneBook): Promise<Reply<Verdict> | undefined> {
    this.setData({ checked: checkingBook });
    return this.checkLines(book, '');
  },
  /**
   * Checks every line and writes at the foot how far it came; another check ends this one.
   * @returns what was found; undefined where the check was ended
   */
  async checkLines(this: BookPage, { personId, unit }: OneBook, key: string): Promise<Reply<Verdict> | undefined> {
    const check = { key, startedMs: nowMs() };
    this.check = check;
    const isLast = () => this.check === check;
    let reached = '';
    const reply = await checkWholeBook(unit, personId, (entries) => {
      reached = checkedUpTo(entries);
      if (isLast()) this.setData({ checked: reached });
      return isLast();
    });
    if (!reply || !isLast()) return undefined;
    if (!reply.ok) this.check = noCheck;
    const found = reply.ok && (reply.data.state === 'sound' ? soundBook : verificationResult(reply.data));
    this.setData({ checked: found || reached });
    return reply;
  },
  /** The month of the open book, with its proof. */
  openSlip(this: BookPage): void {
    const { book } = this.data;
    if (book !== null) wx.navigateTo({ url: routes.slip(book.personId, book.unit) });
  },
  askAbout(this: BookPage, entryId: string, sheet: SheetContent): void {
    this.entryId = entryId;
    this.setData({ sheet, sheetVisible: true, sheetProblem: '' });
  },
};

/** What a list of a book's lines needs of its page. */
export type OpenBookPage = Pick<BookPage, 'unit'> & {
  checkedAtOpening(view: PassbookView): { checked?: string };
  checkOpened(view: PassbookView): void;
};
