import { enrolmentStates, type EnrolmentState } from '../../../contracts/enrolment';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as enrolments from '../services/enrolment';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import { decidedTogether, emptyLists, refuseSheet, stateChoices, togetherActions } from '../text/enrolment';
import { enrolmentRow, type EnrolmentRow } from '../views/enrolment-row';

interface Data extends ListData<EnrolmentRow>, SelectionData, SheetData<SheetContent> {
  /** More than one on the page waits. */
  maySelect: boolean;
  together: readonly Choice[];
  states: typeof stateChoices;
  state: EnrolmentState;
  empty: string;
}

const data: Data = {
  ...loadingList(),
  ...noSelection,
  ...closedSheet,
  sheet: refuseSheet,
  maySelect: false,
  together: togetherActions,
  states: stateChoices,
  state: 'asked',
  empty: emptyLists.asked,
};

const members = pagedList({
  read: (page: { data: Data }, cursor) => enrolments.list(page.data.state, cursor),
  draw(answer) {
    const lines = answer.enrolments.map(enrolmentRow);
    return { lines, maySelect: lines.filter(({ selectId }) => selectId !== '').length > 1 };
  },
  refreshOnShow: true,
});

/** Working members of the grid or the community: who waits, who is enrolled, who was refused. */
Page({
  data,
  ...members,
  ...selectionHandlers,
  ...sheetHandlers,
  chooseState(event: Chosen) {
    const state = enrolmentStates.find((known) => known === event.detail.value);
    if (state === undefined) return;
    this.setData({ state, empty: emptyLists[state], ...loadingLines, ...noSelection });
    void this.goTo('first');
  },
  open(event: Tapped<{ id: string }>) {
    wx.navigateTo({ url: routes.enrolledMember(event.currentTarget.dataset.id) });
  },
  async sendTogether({ detail: { value } }: Chosen) {
    if (value === 'refuse') this.setData({ sheetVisible: true });
    else await this.decideChosen(true, '');
  },
  async refuseChosen({ detail: { words } }: Emitted<ReasonInput>) {
    this.setData({ sheetVisible: false });
    await this.decideChosen(false, words);
  },
  /** Each is decided by itself; nobody decides on their own. */
  async decideChosen(agree: boolean, reason: string) {
    if (this.data.sending) return;
    const done = await sendSelected(this, ({ personId }) => enrolments.decide(personId, agree, reason));
    if (done > 0) showToast(decidedTogether(agree, done));
  },
  enrolGroup() {
    wx.navigateTo({ url: routes.enrolGroup });
  },
  openFunnel() {
    wx.navigateTo({ url: routes.enrolmentFunnel });
  },
});
