import type { Input } from '../../../contracts/api';
import { moveStates, type MoveState } from '../../../contracts/residence';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as moves from '../services/residence';
import { confirmsVisits, visitsHouseholds } from '../../../session/hat-groups';
import { refusalOf } from '../../../text/errors';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import {
  another,
  decidedLines,
  emptyMoves,
  movesTogether,
  moveProblems,
  refuseMoveSheet,
  stateChoices,
  withdrawnLine,
} from '../text/moves';
import { moveRow, type MoveRow } from '../views/move-row';

interface Data extends ListData<MoveRow>, SelectionData {
  maySelect: boolean;
  together: readonly Choice[];
  states: typeof stateChoices;
  state: MoveState;
  empty: string;
  /** Who it is, by the move that asks. */
  chosen: Readonly<Record<string, string>>;
  busyId: string;
  sheet: SheetContent;
  sheetVisible: boolean;
  sheetProblem: string;
  mayRegister: boolean;
  mayConfirmVisits: boolean;
}

const data: Data = {
  ...loadingList(),
  ...noSelection,
  maySelect: false,
  together: movesTogether,
  states: stateChoices,
  state: 'asked',
  empty: emptyMoves.asked,
  chosen: {},
  busyId: '',
  sheet: refuseMoveSheet,
  sheetVisible: false,
  sheetProblem: '',
  mayRegister: false,
  mayConfirmVisits: false,
};

const list = pagedList({
  read: (page: { data: Data }, cursor) => moves.list(page.data.state, cursor),
  draw: (answer) => ({
    lines: answer.moves.map(moveRow),
    maySelect: answer.moves.map(moveRow).some(({ selectId }) => selectId !== ''),
    mayRegister: !confirmsVisits() && visitsHouseholds(),
    mayConfirmVisits: confirmsVisits(),
  }),
  refreshOnShow: true,
});

/** Who moved in and out: what a courtyard head registered, or what waits for those of the grid. */
Page({
  data,
  ...list,
  ...selectionHandlers,
  /** What the open sheet is about. */
  moveId: '',
  chooseState(event: Chosen) {
    const state = moveStates.find((known) => known === event.detail.value);
    if (state === undefined) return;
    this.setData({ ...noSelection, state, empty: emptyMoves[state], ...loadingLines });
    void this.goTo('first');
  },
  chooseKnown(event: Chosen & Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.setData({ chosen: { ...this.data.chosen, [id]: event.detail.value } });
  },
  async confirm(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    const choice = this.data.chosen[id] ?? '';
    const isAsked = this.data.lines.some(({ moveId, known }) => moveId === id && known.length > 0);
    if (isAsked && choice === '') return showToast(moveProblems.who);
    const who = choice === '' ? {} : choice === another.value ? { another: true } : { personId: choice };
    this.setData({ busyId: id });
    return this.decide({ moveId: id, agree: true, ...who }, decidedLines.agreed);
  },
  async sendTogether() {
    const done = await sendSelected(this, ({ moveId }) => moves.decide({ moveId, agree: true }));
    if (done > 0) showToast(decidedLines.agreed);
  },
  askWhy(event: Tapped<{ id: string }>) {
    this.moveId = event.currentTarget.dataset.id;
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  refuse({ detail: { words } }: Emitted<ReasonInput>) {
    this.setData({ busyId: this.moveId, sheetProblem: '' });
    return this.decide({ moveId: this.moveId, agree: false, reason: words }, decidedLines.refused);
  },
  async decide(decision: Omit<Input<'residence.decide'>, 'requestId'>, line: string) {
    const reply = await moves.decide(decision);
    if (reply.ok) {
      await this.goTo('here', { busyId: '', sheetVisible: false });
      showToast(line);
      return;
    }
    this.setData({ busyId: '', ...(this.data.sheetVisible && { sheetProblem: refusalOf(reply) }) });
    if (!this.data.sheetVisible) showToast(refusalOf(reply));
  },
  async withdraw(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.setData({ busyId: id });
    const reply = await moves.withdraw(id);
    if (reply.ok) await this.goTo('here', { busyId: '' });
    else this.setData({ busyId: '' });
    showToast(reply.ok ? withdrawnLine : refusalOf(reply));
  },
  leaveSheet() {
    this.setData({ sheetVisible: false });
  },
  openHouseholds() {
    wx.navigateTo({ url: routes.households });
  },
  openVisits() {
    wx.navigateTo({ url: routes.visitsToConfirm });
  },
});
