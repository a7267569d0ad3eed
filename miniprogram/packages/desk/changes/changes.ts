import type { ErrorCode } from '../../../contracts/error';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import type { ReasonInput } from '../../../services/moves';
import * as people from '../../../services/person';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { approvedLine, refuseChangeSheet, refusedLine } from '../text/changes';
import { changeRow, type ChangeRow } from '../views/change-row';

interface Data extends ListData<ChangeRow> {
  busyId: string;
  sheet: SheetContent;
  sheetVisible: boolean;
  sheetProblem: string;
}

const data: Data = { ...loadingList(), busyId: '', sheet: refuseChangeSheet, sheetVisible: false, sheetProblem: '' };

const waiting = pagedList({
  read: (_page, cursor) => people.listChanges(cursor),
  draw: (answer) => ({ lines: answer.changes.map((view) => changeRow(view, nowMs())) }),
});

/** Names and numbers that people want to be changed, and new WeChat users who ask for somebody's hats. */
Page({
  data,
  ...waiting,
  /** What the open sheet is about. */
  changeId: '',
  async approve(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.setData({ busyId: id });
    const reply = await people.approveChange(id);
    await this.afterDecision(reply.ok ? undefined : reply.code, approvedLine);
  },
  askWhy(event: Tapped<{ id: string }>) {
    this.changeId = event.currentTarget.dataset.id;
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    this.setData({ busyId: this.changeId, sheetProblem: '' });
    const reply = await people.refuseChange(this.changeId, words);
    await this.afterDecision(reply.ok ? undefined : reply.code, refusedLine);
  },
  async afterDecision(code: ErrorCode | undefined, line: string) {
    if (code === undefined) {
      await this.goTo('here', { busyId: '', sheetVisible: false });
      showToast(line);
      return;
    }
    this.setData({ busyId: '', ...(this.data.sheetVisible && { sheetProblem: refusal(code) }) });
    if (!this.data.sheetVisible) showToast(refusal(code));
  },
  leaveSheet() {
    this.setData({ sheetVisible: false });
  },
});
