import { pointUnits, type EntryView } from '../../contracts/passbook';
import type { Said } from '../../services/moves';
import * as passbooks from '../../services/passbook';
import { nowMs } from '../../services/platform/clock';
import { look, refreshLook, type Look } from '../../page/appearance';
import { turning, unopened, type ListData } from '../../page/paged-list';
import { contestSheet } from '../../text/passbook/contest';
import { refusal } from '../../text/errors';
import { book, ledgerLine, soundBook, verdict, type Book, type LedgerLine } from '../../views/passbook/book';
import type { AskSheet } from '../../text/order/sheets';

interface Data extends ListData<LedgerLine> {
  look: Look;
  book: Book | null;
  /** What a check found; '' before anybody checked. */
  checked: string;
  sheet: AskSheet;
  asking: boolean;
  busy: boolean;
  sheetProblem: string;
}

const data: Data = {
  look: look(),
  ...unopened,
  book: null,
  checked: '',
  sheet: contestSheet,
  asking: false,
  busy: false,
  sheetProblem: '',
};

const entries = turning({
  read({ unit: wanted }: { unit: string }, cursor) {
    const unit = pointUnits.find((known) => known === wanted);
    return passbooks.open({ ...(unit && { unit }), ...(cursor !== undefined && { cursor }) });
  },
  /** The cover is the first page's: a later one answers it as it stood at its own first line. */
  draw(view, _page, number) {
    const lines = view.entries.map((entry) => ledgerLine(entry, view.mine, nowMs()));
    return { phase: 'ready', lines, ...(number === 1 && { book: book(view), checked: '' }) };
  },
  emptyFor: ['NOT_FOUND', 'FORBIDDEN', 'NOT_SIGNED_IN'],
});

/** My red passbook: one book a unit, kept by the branch, read by me. */
Page({
  data,
  ...entries,
  unit: '',
  /** The entry that the open sheet contests. */
  contested: '',
  onShow() {
    refreshLook(this);
    void this.turnTo('here');
  },
  async chooseUnit(event: WechatMiniprogram.CustomEvent<{ unit: string }>) {
    this.unit = event.detail.unit;
    await this.turnTo('first');
    // the book that is open is the one that is read on, should the other not have come
    this.unit = this.data.book?.unit ?? '';
  },
  async verify() {
    const { book: mine } = this.data;
    if (mine === null) return;
    const reply = await passbooks.verify(mine.unit, mine.personId);
    if (!reply.ok) wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
    else this.setData({ checked: reply.data.state === 'sound' ? soundBook : verdict(reply.data) });
  },
  contest(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
    this.contested = event.detail.entryId;
    this.setData({ asking: true, sheetProblem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    this.setData({ busy: true, sheetProblem: '' });
    const reply = await passbooks.contest(this.contested, event.detail.words);
    this.setData(
      reply.ok
        ? { busy: false, asking: false, lines: this.replaced(reply.data) }
        : { busy: false, sheetProblem: refusal(reply.code) },
    );
  },
  replaced(entry: EntryView): readonly LedgerLine[] {
    return this.data.lines.map((line) => (line.entryId === entry.entryId ? ledgerLine(entry, true, nowMs()) : line));
  },
});
