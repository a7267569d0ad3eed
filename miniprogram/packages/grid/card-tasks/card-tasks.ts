import type { CardTask } from '../../../contracts/card';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as cards from '../../../services/card';
import type { ReasonInput } from '../../../services/moves';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';
import { handedOutLine, handOutSheet, paperLine, taskChoices } from '../text/card-tasks';

interface Row {
  readonly token: string;
  readonly place: string;
  readonly line: string;
}

interface Data extends ListData<Row>, SheetData<SheetContent> {
  tasks: readonly Choice[];
  task: CardTask;
  sheetProblem: string;
}

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  sheet: handOutSheet,
  tasks: taskChoices,
  task: 'print',
  sheetProblem: '',
};

const listed = pagedList({
  read: (page: { readonly data: Data }, cursor) => cards.listOpenTasks(page.data.task, cursor),
  draw: (answer) => ({
    lines: answer.cards.map((card) => ({ token: card.token, place: card.placeName, line: paperLine(card) })),
  }),
});

/** Cards whose paper must be printed, as it says what is no longer so, and those that wait for being handed out. */
Page({
  data,
  ...listed,
  ...sheetHandlers,
  token: '',
  chooseTask({ detail: { value } }: Chosen) {
    this.setData({ task: value === 'handOut' ? 'handOut' : 'print', phase: 'loading' });
    return this.goTo('first');
  },
  print() {
    wx.navigateTo({ url: routes.cardPrint });
  },
  handOut(event: Tapped<{ token: string }>) {
    this.token = event.currentTarget.dataset.token;
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitName(event: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(() => cards.handOut(this.token, event.detail.words));
    if (!reply.ok) return;
    showToast(handedOutLine);
    await this.goTo('here');
  },
});
