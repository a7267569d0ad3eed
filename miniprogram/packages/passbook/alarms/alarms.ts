import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as passbooks from '../../../services/passbook';
import { currentHat } from '../../../session/session';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { alarmStates, closedResult, closeSheet } from '../text/alarms';
import { alarmRow, type AlarmRow } from '../views/alarm-row';

interface Data extends ListData<AlarmRow> {
  states: typeof alarmStates;
  state: 'open' | 'closed';
  sheet: SheetContent;
  sheetVisible: boolean;
  sheetProblem: string;
  busy: boolean;
}

const data: Data = {
  ...loadingList(),
  states: alarmStates,
  state: 'open',
  sheet: closeSheet(false),
  sheetVisible: false,
  sheetProblem: '',
  busy: false,
};

const list = pagedList({
  read: (page: { data: Data }, cursor) => passbooks.listAlarms(page.data.state, cursor),
  draw: (answer) => ({ lines: answer.alarms.map((view) => alarmRow(view, isInspector())) }),
});

/** The inspector's word alone closes an alarm. */
const isInspector = (): boolean => currentHat() === 'inspector';

/** What the nights found in the books: whose, which line, which day, and who has looked into it. */
Page({
  data,
  ...list,
  /** What the open sheet is about. */
  alarmId: '',
  choose(event: Chosen) {
    const state = event.detail.value === 'closed' ? 'closed' : 'open';
    this.setData({ ...loadingLines, state });
    void this.goTo('first');
  },
  openBook(event: Tapped<{ id: string }>) {
    const row = this.data.lines.find(({ alarmId }) => alarmId === event.currentTarget.dataset.id);
    if (row?.unit) wx.navigateTo({ url: routes.book(row.personId, row.unit) });
  },
  ask(event: Tapped<{ id: string }>) {
    const row = this.data.lines.find(({ alarmId }) => alarmId === event.currentTarget.dataset.id);
    if (row === undefined) return;
    this.alarmId = row.alarmId;
    this.setData({ sheet: closeSheet(row.isLast), sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    this.setData({ busy: true, sheetProblem: '' });
    const reply = await passbooks.closeAlarm(this.alarmId, words);
    if (!reply.ok) {
      this.setData({ busy: false, sheetProblem: refusal(reply.code) });
      return;
    }
    await this.goTo('here', { busy: false, sheetVisible: false });
    showToast(closedResult(reply.data));
  },
  leaveSheet() {
    this.setData({ sheetVisible: false });
  },
});
