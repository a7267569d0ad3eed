import { pointUnits, type PointUnit } from '../../../contracts/passbook';
import * as passbooks from '../../../services/passbook';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { turning, unopened, type ListData } from '../../../page/paged-list';
import { bookRow, unitChoices, type BookRow } from '../text/books';
import type { Choice } from '../../../text/order/names';

interface Data extends ListData<BookRow> {
  look: Look;
  units: readonly Choice[];
  unit: PointUnit;
  /** How the names begin that are shown; '' for all. */
  name: string;
}

const data: Data = { look: look(), ...unopened, units: unitChoices, unit: 'organization', name: '' };

const books = turning({
  read: (page: { data: Data }, cursor) => passbooks.people(page.data.unit, page.data.name, cursor),
  draw: ({ people }) => ({ lines: people.map(bookRow) }),
});

/** Every book of the branch in one unit, and the way to check them all. */
Page({
  data,
  ...books,
  /** What stands in the field. */
  written: '',
  onLoad() {
    void this.turnTo('first');
  },
  onShow() {
    refreshLook(this);
  },
  chooseUnit(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const unit = pointUnits.find((known) => known === event.detail.value);
    if (unit === undefined) return;
    this.setData({ unit, ...unopened });
    void this.turnTo('first');
  },
  write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.written = event.detail.value;
  },
  find() {
    this.show(this.written.trim());
  },
  findAll() {
    this.written = '';
    this.show('');
  },
  show(name: string) {
    if (name === this.data.name) return;
    this.setData({ name, ...unopened });
    void this.turnTo('first');
  },
  open(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { person: string }>) {
    wx.navigateTo({
      url: `/packages/branch/book/book?personId=${encodeURIComponent(event.currentTarget.dataset.person)}&unit=${this.data.unit}`,
    });
  },
  verify() {
    wx.navigateTo({ url: `/packages/branch/verify/verify?unit=${this.data.unit}` });
  },
});
