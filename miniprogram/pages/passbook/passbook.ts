import { pointUnits, type EntryView, type PassbookView } from '../../contracts/passbook';
import type { Said } from '../../services/moves';
import * as passbooks from '../../services/passbook';
import { nowMs } from '../../services/platform/clock';
import { look, refreshLook, type Look } from '../../session/look';
import { contestSheet } from '../../text/contest';
import { refusal } from '../../text/errors';
import { book, ledgerLine, soundBook, verdict, type Book, type LedgerLine } from '../../text/passbook';
import { failed, type Phase } from '../../text/phase';
import type { AskSheet } from '../../text/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  book: Book | null;
  entries: readonly LedgerLine[];
  more: boolean;
  /** What a check found; '' before anybody checked. */
  checked: string;
  sheet: AskSheet;
  asking: boolean;
  busy: boolean;
  sheetProblem: string;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', book: null, entries: [], more: false, checked: '', sheet: contestSheet, asking: false, busy: false, sheetProblem: '',
};

function shown(view: PassbookView): Partial<Data> {
  const now = nowMs();
  return { phase: 'ready', book: book(view), entries: view.entries.map((entry) => ledgerLine(entry, view.mine, now)), more: view.next !== undefined, checked: '' };
}

/** My red passbook: one book a unit, kept by the branch, read by me. */
Page({
  data,
  unit: '',
  next: '',
  /** The entry that the open sheet contests. */
  contested: '',
  onShow() {
    refreshLook(this);
    void this.load();
  },
  async load() {
    const unit = pointUnits.find((known) => known === this.unit);
    const reply = await passbooks.open(unit === undefined ? {} : { unit });
    if (!reply.ok) {
      this.setData(reply.code === 'NOT_FOUND' || reply.code === 'FORBIDDEN' || reply.code === 'NOT_SIGNED_IN' ? { phase: 'empty' } : failed(reply.code));
      return;
    }
    this.next = reply.data.next ?? '';
    this.setData(shown(reply.data));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  turn(event: WechatMiniprogram.CustomEvent<{ unit: string }>) {
    this.unit = event.detail.unit;
    void this.load();
  },
  async onReachBottom() {
    const cursor = this.next;
    const unit = this.data.book?.unit;
    if (cursor === '' || unit === undefined) return;
    this.next = '';
    const reply = await passbooks.open({ unit, cursor });
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const { length } = this.data.entries;
    const now = nowMs();
    const added = reply.data.entries.map((entry, index) => [`entries[${length + index}]`, ledgerLine(entry, reply.data.mine, now)]);
    this.setData({ ...Object.fromEntries(added), more: this.next !== '' });
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
    this.setData(reply.ok ? { busy: false, asking: false, entries: this.replaced(reply.data) } : { busy: false, sheetProblem: refusal(reply.code) });
  },
  replaced(entry: EntryView): readonly LedgerLine[] {
    return this.data.entries.map((line) => (line.entryId === entry.entryId ? ledgerLine(entry, true, nowMs()) : line));
  },
});
