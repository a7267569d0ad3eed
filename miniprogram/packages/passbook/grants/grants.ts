import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { submitTo } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as grants from '../services/grant';
import type { ReasonInput } from '../../../services/moves';
import type { SheetContent } from '../../../text/sheet';
import { grantResult, grantStates, refuseGrantSheet, roomLine } from '../text/grants';
import { grantRow, type GrantRow } from '../views/grant-row';

interface Data extends ListData<GrantRow>, SheetData<SheetContent> {
  states: typeof grantStates;
  state: 'open' | 'settled';
  room: string;
  /** The line whose signing is asked about once more. */
  confirmingId: string;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: refuseGrantSheet,
  states: grantStates,
  state: 'open',
  room: '',
  confirmingId: '',

  sheetProblem: '',
};

const list = pagedList({
  read: (page: { data: Data }, cursor) => grants.list(page.data.state, cursor),
  draw: (answer) => ({
    lines: answer.grants.map(grantRow),
    room: roomLine(answer.room),
    confirmingId: '',
  }),
});

type TappedGrant = Tapped<{ id: string }>;

/** Lines that two people write by hand: what waits for the second, and what was settled. */
Page({
  data,
  ...list,
  ...sheetHandlers,
  /** What the open sheet is about. */
  grantId: '',
  choose(event: Chosen) {
    const state = event.detail.value === 'settled' ? 'settled' : 'open';
    this.setData({ ...loadingLines, state });
    void this.goTo('first');
  },
  ask(event: TappedGrant) {
    this.setData({ confirmingId: event.currentTarget.dataset.id });
  },
  later() {
    this.setData({ confirmingId: '' });
  },
  openBook(event: TappedGrant) {
    const row = this.data.lines.find(({ grantId }) => grantId === event.currentTarget.dataset.id);
    if (row) wx.navigateTo({ url: routes.book(row.personId, row.unit) });
  },
  async sign(event: TappedGrant) {
    const { id } = event.currentTarget.dataset;
    const reply = await submitTo(this, 'sheetProblem', () => grants.sign(id), { draw: () => ({}) });
    if (!reply.ok) return;
    await this.goTo('here');
    showToast(grantResult(true));
  },
  refuse(event: TappedGrant) {
    this.grantId = event.currentTarget.dataset.id;
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(
      () => grants.refuse(this.grantId, words),
      () => ({}),
    );
    if (!reply.ok) return;
    await this.goTo('here');
    showToast(grantResult(false));
  },
});
