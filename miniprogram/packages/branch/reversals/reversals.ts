import type { ReversalStep } from '../components/reversal-card/reversal-card';
import type { ErrorCode, Reply } from '../../../contracts/error';
import type { ReversalView } from '../../../contracts/passbook';
import type { Said } from '../../../services/moves';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { kept, proposed } from '../text/books';
import { keepSheet, proposeSheet, refuseSheet } from '../../../text/passbook/contest';
import { refusal } from '../../../text/errors';
import { failed, type Phase } from '../../../page/phase';
import { reversalRow, signedLine, type ReversalRow } from '../../../views/passbook/reversals';
import type { AskSheet } from '../../../text/order/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  rows: readonly ReversalRow[];
  /** The undo that is asked about once more. */
  sureId: string;
  busyId: string;
  sheet: AskSheet;
  asking: boolean;
  sheetProblem: string;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  rows: [],
  sureId: '',
  busyId: '',
  sheet: keepSheet,
  asking: false,
  sheetProblem: '',
};

/** Steps that want words. */
const sheets = { propose: proposeSheet, keep: keepSheet, refuse: refuseSheet } as const;
type Worded = keyof typeof sheets;
type Asked = { readonly step: Worded; readonly row: ReversalRow };

const notAsked = (): Asked | null => null;

/** Lines that wait: objections for an answer, undos for a second person's name. */
Page({
  data,
  /** What the open sheet is about. */
  asked: notAsked(),
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await passbooks.reversals();
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    const rows = reply.data.reversals.map((view) => reversalRow(view, nowMs()));
    this.setData({ phase: rows.length > 0 ? 'ready' : 'empty', rows, sureId: '' });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  step(event: WechatMiniprogram.CustomEvent<{ step: ReversalStep; reversalId: string }>) {
    const { step, reversalId } = event.detail;
    const row = this.data.rows.find((one) => one.reversalId === reversalId);
    if (row === undefined) return;
    if (step === 'ask' || step === 'later') this.setData({ sureId: step === 'ask' ? reversalId : '' });
    else if (step === 'open')
      wx.navigateTo({
        url: `/packages/branch/book/book?personId=${encodeURIComponent(row.personId)}&unit=${row.unit}`,
      });
    else if (step === 'sign') void this.sign(row);
    else this.ask({ step, row });
  },
  ask(asked: Asked) {
    this.asked = asked;
    this.setData({ sheet: sheets[asked.step], asking: true, sheetProblem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async sign(row: ReversalRow) {
    this.setData({ busyId: row.reversalId });
    const reply = await passbooks.sign(row.reversalId);
    if (reply.ok) this.gone(row, signedLine(true));
    else this.refused(reply.code);
  },
  refused(code: ErrorCode) {
    this.setData(this.data.asking ? { busyId: '', sheetProblem: refusal(code) } : { busyId: '' });
    if (!this.data.asking) wx.showToast({ title: refusal(code), icon: 'none', duration: 3000 });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    const { asked } = this;
    if (asked === null) return;
    const { words } = event.detail;
    this.setData({ busyId: asked.row.reversalId, sheetProblem: '' });
    if (asked.step === 'propose') this.proposed(await passbooks.propose(asked.row.entryId, words));
    else await this.settled(asked, words);
  },
  proposed(reply: Reply<ReversalView>) {
    if (!reply.ok) {
      this.refused(reply.code);
      return;
    }
    const changed = reversalRow(reply.data, nowMs());
    this.setData({
      busyId: '',
      asking: false,
      rows: this.data.rows.map((row) => (row.reversalId === changed.reversalId ? changed : row)),
    });
    wx.showToast({ title: proposed, icon: 'none', duration: 3000 });
  },
  async settled({ step, row }: Asked, words: string) {
    const reply =
      step === 'keep' ? await passbooks.keep(row.entryId, words) : await passbooks.refuse(row.reversalId, words);
    if (reply.ok) this.gone(row, step === 'keep' ? kept : signedLine(false));
    else this.refused(reply.code);
  },
  /** Nothing waits here any longer. */
  gone(settled: ReversalRow, line: string) {
    const rows = this.data.rows.filter((row) => row.reversalId !== settled.reversalId);
    this.setData({ busyId: '', sureId: '', asking: false, rows, phase: rows.length > 0 ? 'ready' : 'empty' });
    wx.showToast({ title: line, icon: 'none', duration: 3000 });
  },
});
