import type { ErrorCode } from '../../../contracts/error';
import { pointUnits, type PointUnit } from '../../../contracts/passbook';
import type { Said } from '../../../services/moves';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { turning, unopened, type ListData } from '../../../page/paged-list';
import { kept, proposed } from '../text/books';
import { keepSheet, proposeSheet } from '../../../text/passbook/contest';
import { refusal } from '../../../text/errors';
import { book, ledgerLine, verdict, withProposal, type Book, type LedgerLine } from '../../../views/passbook/book';
import type { AskSheet } from '../../../text/order/sheets';

interface Data extends ListData<LedgerLine> {
  look: Look;
  book: Book | null;
  verdict: string;
  sound: boolean;
  checking: boolean;
  sheet: AskSheet;
  asking: boolean;
  busy: boolean;
  sheetProblem: string;
}

const data: Data = {
  look: look(),
  ...unopened,
  book: null,
  verdict: '',
  sound: false,
  checking: false,
  sheet: proposeSheet,
  asking: false,
  busy: false,
  sheetProblem: '',
};

interface Which {
  readonly personId: string;
  readonly unit: PointUnit;
}

const entries = turning({
  read: (page: { which(): Which }, cursor) =>
    passbooks.open(cursor === undefined ? page.which() : { ...page.which(), cursor }),
  /** The cover is the first page's: a later one answers it as it stood at its own first line. */
  draw(view, _page, number) {
    const lines = view.entries.map((entry) => ledgerLine(entry, false, nowMs()));
    return { phase: 'ready', lines, ...(number === 1 && { book: book(view), verdict: '' }) };
  },
});

/** A member's book as the branch keeps it: read, checked, and put right by two people. */
Page({
  data,
  ...entries,
  unit: '',
  /** The entry that the open sheet is about. */
  entryId: '',
  onLoad() {
    void this.turnTo('first');
  },
  onShow() {
    refreshLook(this);
  },
  which(): Which {
    const wanted = this.unit || (this.options['unit'] ?? '');
    return {
      personId: decodeURIComponent(this.options['personId'] ?? ''),
      unit: pointUnits.find((known) => known === wanted) ?? 'organization',
    };
  },
  async chooseUnit(event: WechatMiniprogram.CustomEvent<{ unit: string }>) {
    this.unit = event.detail.unit;
    await this.turnTo('first');
    // the book that is open is the one that is read on, should the other not have come
    this.unit = this.data.book?.unit ?? '';
  },
  async verify() {
    this.setData({ checking: true, verdict: '' });
    const { personId, unit } = this.which();
    const reply = await passbooks.verify(unit, personId);
    this.setData({
      checking: false,
      verdict: reply.ok ? verdict(reply.data) : refusal(reply.code),
      sound: reply.ok && reply.data.state === 'sound',
    });
  },
  propose(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
    this.entryId = event.detail.entryId;
    this.setData({ sheet: proposeSheet, asking: true, sheetProblem: '' });
  },
  keep(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
    this.entryId = event.detail.entryId;
    this.setData({ sheet: keepSheet, asking: true, sheetProblem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    this.setData({ busy: true, sheetProblem: '' });
    const { words } = event.detail;
    const isKept = this.data.sheet.title === keepSheet.title;
    const change = isKept ? await this.kept(words) : await this.proposed(words);
    if (typeof change === 'string') {
      this.setData({ busy: false, sheetProblem: refusal(change) });
      return;
    }
    this.setData({
      busy: false,
      asking: false,
      lines: this.data.lines.map((line) => (line.entryId === this.entryId ? change(line) : line)),
    });
    wx.showToast({ title: isKept ? kept : proposed, icon: 'none', duration: 3000 });
  },
  /** How the line reads afterwards, or why it stays as it was. */
  async kept(reason: string): Promise<ErrorCode | ((line: LedgerLine) => LedgerLine)> {
    const reply = await passbooks.keep(this.entryId, reason);
    return reply.ok ? () => ledgerLine(reply.data, false, nowMs()) : reply.code;
  },
  async proposed(reason: string): Promise<ErrorCode | ((line: LedgerLine) => LedgerLine)> {
    const reply = await passbooks.propose(this.entryId, reason);
    return reply.ok ? withProposal : reply.code;
  },
});
