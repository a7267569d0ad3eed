import type { WalkInView } from '../../../contracts/activity';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { showToast } from '../../../page/toast';
import * as activities from '../services/activity';
import type { Selectable } from '../../../views/selection';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { nameApart } from '../../../text/person/name-apart';
import { walkInDecided, walkInLine, walkInsTogether } from '../text/sign-in';

interface WalkInRow extends Selectable {
  readonly key: string;
  readonly activityId: string;
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly mayDecide: boolean;
}

interface Data extends ListData<WalkInRow>, SelectionData {
  maySelect: boolean;
  together: readonly Choice[];
  /** The row whose answer is under way; '' for none. */
  busyKey: string;
}

const data: Data = {
  ...loadingList(),
  ...noSelection,
  maySelect: false,
  together: walkInsTogether,
  busyKey: '',
};

const rowOf = (view: WalkInView): WalkInRow => ({
  selectId: view.mayDecide ? `${view.activityId} ${view.personId}` : '',
  selectName: nameApart(view),
  key: `${view.activityId} ${view.personId}`,
  activityId: view.activityId,
  personId: view.personId,
  name: nameApart(view),
  line: walkInLine(view),
  mayDecide: view.mayDecide,
});

const walkIns = pagedList({
  read: (_page: { data: Data }, cursor) => activities.listWalkIns(cursor),
  draw: (answer) => ({
    lines: answer.walkIns.map(rowOf),
    maySelect: answer.walkIns.some(({ mayDecide }) => mayDecide),
  }),
  refreshOnShow: true,
});

/** Members of the branch who walked in at another branch's activity, and wait for their branch's word. */
Page({
  data,
  ...walkIns,
  ...selectionHandlers,
  agree(event: Tapped<{ key: string }>) {
    void this.decide(event.currentTarget.dataset.key, true);
  },
  refuse(event: Tapped<{ key: string }>) {
    void this.decide(event.currentTarget.dataset.key, false);
  },
  async sendTogether({ detail: { value } }: Chosen) {
    await sendSelected(this, (row) => activities.decideWalkIn(row.activityId, row.personId, value === 'agree'));
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
