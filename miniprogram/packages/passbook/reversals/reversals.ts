import type { ErrorCode } from '../../../contracts/error';
import type { ReversalView } from '../../../contracts/passbook';
import type { Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { proposedResult } from '../../../text/passbook/waiting';
import { rightChosen } from '../../../contracts/right-cause';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import type { ReversalStep } from '../components/reversal-card/reversal-card';
import { signedResult, upheldResult } from '../text/results';
import { proposeSheetFor, refuseSheet, upholdSheet } from '../text/sheets';
import { reversalRow, type ReversalRow } from '../views/reversal-row';

interface Data extends ListData<ReversalRow> {
  /** The reversal whose signing is asked about once more. */
  confirmingId: string;
  busyId: string;
  sheet: SheetContent;
  sheetVisible: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  confirmingId: '',
  busyId: '',
  sheet: upholdSheet,
  sheetVisible: false,
  sheetProblem: '',
};

/** Steps that take words. */
const sheets = { uphold: upholdSheet, refuse: refuseSheet } as const;
type WordedStep = keyof typeof sheets | 'propose';
type Asked = { readonly step: WordedStep; readonly row: ReversalRow };

const notAsked = (): Asked | null => null;

const waiting = pagedList({
  read: (_page: { data: Data }, cursor) => passbooks.listReversals(cursor),
  draw: ({ reversals }) => ({ lines: reversals.map((view) => reversalRow(view, nowMs())), confirmingId: '' }),
});

/** Entries that wait: objections for an answer, reversals for a second person's signature. */
Page({
  data,
  ...waiting,
  /** What the open sheet is about. */
  asked: notAsked(),
  openGrants() {
    wx.navigateTo({ url: routes.grants });
  },
  leaveSheet() {
    this.setData({ sheetVisible: false });
  },
  step(event: Emitted<{ step: ReversalStep; reversalId: string }>) {
    const { step, reversalId } = event.detail;
    const row = this.data.lines.find((one) => one.reversalId === reversalId);
    if (row === undefined) return;
    if (step === 'ask' || step === 'later') this.setData({ confirmingId: step === 'ask' ? reversalId : '' });
    else if (step === 'open') wx.navigateTo({ url: routes.book(row.personId, row.unit) });
    else if (step === 'sign') void this.sign(row);
    else this.ask({ step, row });
  },
  ask(asked: Asked) {
    this.asked = asked;
    const { step, row } = asked;
    const sheet = step === 'propose' ? proposeSheetFor(row.cause) : sheets[step];
    this.setData({ sheet, sheetVisible: true, sheetProblem: '' });
  },
  async sign(row: ReversalRow) {
    this.setData({ busyId: row.reversalId });
    const reply = await passbooks.signReversal(row.reversalId);
    if (reply.ok) this.remove(row, signedResult(true));
    else this.refuse(reply.code);
  },
  refuse(code: ErrorCode) {
    this.setData({ busyId: '', ...(this.data.sheetVisible && { sheetProblem: refusal(code) }) });
    if (!this.data.sheetVisible) showToast(refusal(code));
  },
  async submitReason({ detail: { words, reason } }: Emitted<ReasonInput>) {
    const { asked } = this;
    if (asked === null) return;
    const { step, row } = asked;
    this.setData({ busyId: row.reversalId, sheetProblem: '' });
    if (step === 'propose') {
      const reply = await passbooks.proposeReversal(row.entryId, words, rightChosen(reason));
      if (reply.ok) this.replace(reply.data);
      else this.refuse(reply.code);
      return;
    }
    const isUpheld = step === 'uphold';
    const reply = await (isUpheld
      ? passbooks.uphold(row.entryId, words)
      : passbooks.refuseReversal(row.reversalId, words));
    if (reply.ok) this.remove(row, isUpheld ? upheldResult : signedResult(false));
    else this.refuse(reply.code);
  },
  /** It was proposed, and waits for the second person now. */
  replace(view: ReversalView) {
    const changed = reversalRow(view, nowMs());
    const lines = this.data.lines.map((row) => (row.reversalId === changed.reversalId ? changed : row));
    this.setData({ busyId: '', sheetVisible: false, lines });
    showToast(proposedResult);
  },
  /** It waits no longer; a page on which nothing does any more gives way to what is left. */
  remove({ reversalId }: ReversalRow, result: string) {
    const lines = this.data.lines.filter((row) => row.reversalId !== reversalId);
    const settled = { busyId: '', confirmingId: '', sheetVisible: false };
    const { number, hasOlder } = this.data.position;
    if (lines.length > 0) this.setData({ ...settled, lines });
    else if (number > 1 || hasOlder) void this.goTo('here', settled);
    else this.setData({ ...settled, lines, phase: 'empty' });
    showToast(result);
  },
});
