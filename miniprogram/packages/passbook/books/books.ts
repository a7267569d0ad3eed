import { pointUnits, type PointUnit } from '../../../contracts/passbook';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes } from '../../../routes';
import * as passbooks from '../../../services/passbook';
import type { Choice } from '../../../text/choice';
import { unitChoices } from '../../../text/passbook/points';
import { bookRow, type BookRow } from '../views/book-row';

interface Data extends ListData<BookRow> {
  units: readonly Choice[];
  unit: PointUnit;
  /** How the names begin that are shown; '' for all. */
  name: string;
}

const data: Data = { ...loadingList(), units: unitChoices(pointUnits), unit: 'organization', name: '' };

const books = pagedList({
  read: (page: { data: Data }, cursor) => passbooks.list(page.data.unit, page.data.name, cursor),
  draw: ({ people }) => ({ lines: people.map(bookRow) }),
});

/** Every book of the branch in one unit, and the way to check them all. */
Page({
  data,
  ...books,
  /** What stands in the field. */
  typedName: '',
  chooseUnit(event: Chosen) {
    const unit = pointUnits.find((known) => known === event.detail.value);
    if (unit === undefined) return;
    this.setData({ unit, ...loadingLines });
    void this.goTo('first');
  },
  typeName(event: Chosen) {
    this.typedName = event.detail.value;
  },
  find() {
    this.show(this.typedName.trim());
  },
  findAll() {
    this.typedName = '';
    this.show('');
  },
  show(name: string) {
    if (name === this.data.name) return;
    this.setData({ name, ...loadingLines });
    void this.goTo('first');
  },
  open(event: Tapped<{ person: string }>) {
    wx.navigateTo({ url: routes.book(event.currentTarget.dataset.person, this.data.unit) });
  },
  openReviews() {
    wx.navigateTo({ url: routes.reviews });
  },
  verify() {
    wx.navigateTo({ url: routes.verify(this.data.unit) });
  },
});
