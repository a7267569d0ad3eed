import { alertStates, type AlertOutcome, type AlertState } from '../../../contracts/alert';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingLines, loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import * as alerts from '../../../services/alert';
import { nowMs } from '../../../services/platform/clock';
import { alertSettledLine } from '../text/alert-lines';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { alertCard, type AlertCard } from '../views/alert-card';
import { alertStateChoices, emptyAlerts } from '../text/alerts';

interface Data extends ListData<AlertCard> {
  states: readonly Choice[];
  state: AlertState;
  empty: string;
  busyId: string;
}

const data: Data = {
  ...loadingList(),
  states: alertStateChoices,
  state: 'open',
  empty: emptyAlerts.open,
  busyId: '',
};

const list = pagedList({
  read: (page: { data: Data }, cursor) => alerts.list(page.data.state, cursor),
  draw: (answer) => ({ lines: answer.alerts.map((alert) => alertCard(alert, nowMs())) }),
  refreshOnShow: true,
});

/** Who called for help in the reader's place, and how it ended. */
Page({
  data,
  ...list,
  chooseState(event: Chosen) {
    const state = alertStates.find((known) => known === event.detail.value);
    if (state === undefined) return;
    this.setData({ state, empty: emptyAlerts[state], ...loadingLines });
    void this.goTo('first');
  },
  async settle({ detail: { alertId, outcome } }: Emitted<{ alertId: string; outcome: AlertOutcome }>) {
    this.setData({ busyId: alertId });
    const reply = await alerts.settle(alertId, outcome);
    if (reply.ok) await this.goTo('here', { busyId: '' });
    else this.setData({ busyId: '' });
    showToast(reply.ok ? alertSettledLine : refusalOf(reply));
  },
});
