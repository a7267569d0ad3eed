import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import * as visits from '../services/visit';
import { refusalOf } from '../../../text/errors';
import { visitLines } from '../text/moves';
import { waitingVisitRow, type WaitingVisitRow } from '../views/move-row';

interface Data extends ListData<WaitingVisitRow> {
  busyId: string;
}

const data: Data = { ...loadingList(), busyId: '' };

const waiting = pagedList({
  read: (_page, cursor) => visits.listToConfirm(cursor),
  draw: (answer) => ({ lines: answer.visits.map(waitingVisitRow) }),
  refreshOnShow: true,
});

/** Courtyard heads' visits that wait for somebody's word: who lives there, or staff who asked. */
Page({
  data,
  ...waiting,
  agree(event: Tapped<{ id: string }>) {
    return this.confirm(event.currentTarget.dataset.id, true);
  },
  deny(event: Tapped<{ id: string }>) {
    return this.confirm(event.currentTarget.dataset.id, false);
  },
  async confirm(visitId: string, agree: boolean) {
    this.setData({ busyId: visitId });
    const reply = await visits.confirm(visitId, agree);
    if (reply.ok) await this.goTo('here', { busyId: '' });
    else this.setData({ busyId: '' });
    showToast(reply.ok ? (agree ? visitLines.agreed : visitLines.denied) : refusalOf(reply));
  },
});
