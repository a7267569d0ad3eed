import type { WalkInView } from '../../../contracts/activity';
import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import * as activities from '../services/activity';
import { refusalOf } from '../../../text/errors';
import { walkInDecided, walkInLine } from '../text/sign-in';

interface WalkInRow {
  readonly key: string;
  readonly activityId: string;
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly mayDecide: boolean;
}

interface Data extends ListData<WalkInRow> {
  /** The row whose answer is under way; '' for none. */
  busyKey: string;
}

const data: Data = { ...loadingList(), busyKey: '' };

const rowOf = (view: WalkInView): WalkInRow => ({
  key: `${view.activityId} ${view.personId}`,
  activityId: view.activityId,
  personId: view.personId,
  name: view.name,
  line: walkInLine(view),
  mayDecide: view.mayDecide,
});

const walkIns = pagedList({
  read: (_page: { data: Data }, cursor) => activities.listWalkIns(cursor),
  draw: (answer) => ({ lines: answer.walkIns.map(rowOf) }),
  refreshOnShow: true,
});

/** Members of the branch who walked in at another branch's activity, and wait for their branch's word. */
Page({
  data,
  ...walkIns,
  agree(event: Tapped<{ key: string }>) {
    void this.decide(event.currentTarget.dataset.key, true);
  },
  refuse(event: Tapped<{ key: string }>) {
    void this.decide(event.currentTarget.dataset.key, false);
  },
  async decide(key: string, isAgreed: boolean) {
    const row = this.data.lines.find((line) => line.key === key);
    if (row === undefined || this.data.busyKey !== '') return;
    this.setData({ busyKey: key });
    const reply = await activities.decideWalkIn(row.activityId, row.personId, isAgreed);
    showToast(reply.ok ? walkInDecided(reply.data) : refusalOf(reply));
    // refused: somebody else may have decided meanwhile
    await this.goTo('here', { busyKey: '' });
  },
});
