import { enrolmentStates, type EnrolmentState } from '../../../contracts/enrolment';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes } from '../../../routes';
import * as enrolments from '../services/enrolment';
import { emptyLists, stateChoices } from '../text/enrolment';
import { enrolmentRow, type EnrolmentRow } from '../views/enrolment-row';

interface Data extends ListData<EnrolmentRow> {
  states: typeof stateChoices;
  state: EnrolmentState;
  empty: string;
}

const data: Data = { ...loadingList(), states: stateChoices, state: 'asked', empty: emptyLists.asked };

const members = pagedList({
  read: (page: { data: Data }, cursor) => enrolments.list(page.data.state, cursor),
  draw: (answer) => ({ lines: answer.enrolments.map(enrolmentRow) }),
  refreshOnShow: true,
});

/** Working members of the grid or the community: who waits, who is enrolled, who was refused. */
Page({
  data,
  ...members,
  chooseState(event: Chosen) {
    const state = enrolmentStates.find((known) => known === event.detail.value);
    if (state === undefined) return;
    this.setData({ state, empty: emptyLists[state], ...loadingLines });
    void this.goTo('first');
  },
  open(event: Tapped<{ id: string }>) {
    wx.navigateTo({ url: routes.enrolledMember(event.currentTarget.dataset.id) });
  },
  enrolGroup() {
    wx.navigateTo({ url: routes.enrolGroup });
  },
  openFunnel() {
    wx.navigateTo({ url: routes.enrolmentFunnel });
  },
});
