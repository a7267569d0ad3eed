import { pointUnits, type PassbookView, type PointUnit } from '../../../contracts/passbook';
import type { Said } from '../../../services/moves';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { proposed } from '../../../text/books';
import { proposeSheet } from '../../../text/contest';
import { refusal } from '../../../text/errors';
import { book, ledgerLine, verdict, type Book, type LedgerLine } from '../../../text/passbook';
import { failed, type Phase } from '../../../text/phase';
import type { AskSheet } from '../../../text/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  book: Book | null;
  entries: readonly LedgerLine[];
  more: boolean;
  verdict: string;
  sound: boolean;
  checking: boolean;
  sheet: AskSheet;
  asking: boolean;
  busy: boolean;
  sheetProblem: string;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', book: null, entries: [], more: false, verdict: '', sound: false, checking: false,
  sheet: proposeSheet, asking: false, busy: false, sheetProblem: '',
};

function shown(view: PassbookView): Partial<Data> {
  const now = nowMs();
  return { phase: 'ready', book: book(view), entries: view.entries.map((entry) => ledgerLine(entry, false, now)), more: view.next !== undefined, verdict: '' };
}

/** A member's book as the branch keeps it: read, checked, and put right by two people. */
Page({
  data,
  next: '',
  entryId: '',
  unit: '',
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  which(): { personId: string; unit: PointUnit } {
    const wanted = this.unit || (this.options['unit'] ?? '');
    return { personId: decodeURIComponent(this.options['personId'] ?? ''), unit: pointUnits.find((known) => known === wanted) ?? 'organization' };
  },
  async load() {
    const reply = await passbooks.open(this.which());
    if (reply.ok) this.next = reply.data.next ?? '';
    this.setData(reply.ok ? shown(reply.data) : failed(reply.code));
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
    if (cursor === '') return;
    this.next = '';
    const reply = await passbooks.open({ ...this.which(), cursor });
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const { length } = this.data.entries;
    const now = nowMs();
    const added = reply.data.entries.map((entry, index) => [`entries[${length + index}]`, ledgerLine(entry, false, now)]);
    this.setData({ ...Object.fromEntries(added), more: this.next !== '' });
  },
  async verify() {
    this.setData({ checking: true, verdict: '' });
    const { personId, unit } = this.which();
    const reply = await passbooks.verify(unit, personId);
    this.setData({ checking: false, verdict: reply.ok ? verdict(reply.data) : refusal(reply.code), sound: reply.ok && reply.data.state === 'sound' });
  },
  propose(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
    this.entryId = event.detail.entryId;
    this.setData({ asking: true, sheetProblem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    this.setData({ busy: true, sheetProblem: '' });
    const reply = await passbooks.propose(this.entryId, event.detail.words);
    this.setData(reply.ok ? { busy: false, asking: false } : { busy: false, sheetProblem: refusal(reply.code) });
    if (reply.ok) wx.showToast({ title: proposed, icon: 'none', duration: 3000 });
  },
});
