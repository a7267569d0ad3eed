/** A page that shows one passbook of several, one a unit, and asks about its entries. Spread in beside `pagedList`. */
import type { PointUnit } from '../contracts/passbook';
import { routes } from '../routes';
import type { SheetContent } from '../text/sheet';
import type { Emitted } from './events';
import { sheetHandlers } from './sheet';

interface BookPage {
  data: { book: { readonly personId: string; readonly unit: PointUnit } | null };
  unit: string;
  entryId: string;
  setData(change: object): void;
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
