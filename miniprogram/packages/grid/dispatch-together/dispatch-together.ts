import { limits } from '../../../contracts/limits';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { noSelection, selectionHandlers, sendSelected, type SelectionData } from '../../../page/selection';
import { showToast } from '../../../page/toast';
import type { OrderAction } from '../../../contracts/order';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { rankedBy, togetherActions, togetherButton, togetherResult } from '../text/dispatch-together';
import { helperOf, waitingOrder, type Helper, type WaitingOrder } from '../views/dispatch-together';

interface Data extends ListData<WaitingOrder>, SelectionData {
  together: readonly Choice[];
  maySelect: boolean;
  /** Whoever goes is being chosen; the orders are. */
  choosing: boolean;
  helpers: readonly Helper[];
  /** Where the next page of them begins; '' behind the last. */
  nextHelper: string;
  /** By which order they are ranked. */
  ranked: string;
  memberId: string;
  /** What the button does. */
  button: string;
  /** For whoever goes. */
  note: string;
  maxNote: number;
  reading: boolean;
  helperProblem: string;
}

const nobodyChosen = {
  ...{ choosing: false, helpers: [], nextHelper: '', ranked: '', memberId: '', helperProblem: '' },
  button: togetherButton(undefined, 0),
};
const data: Data = {
  ...loadingList(),
  ...noSelection,
  ...nobodyChosen,
  together: togetherActions,
  maySelect: false,
  note: '',
  maxNote: limits.reasonWords,
  reading: false,
};

const waiting = pagedList({
  read: (_page: { data: Data }, cursor) => orders.listQueue('waiting', cursor),
  draw(answer) {
    const lines = answer.orders.map((order) => waitingOrder(order, nowMs()));
    return { lines, maySelect: lines.some(({ selectId }) => selectId !== '') };
  },
});

const chosenIn = ({ lines, selected }: Data): readonly WaitingOrder[] =>
  lines.filter(({ selectId }) => selectId !== '' && selected[selectId] === true);

/** Several waiting orders go to one member or team: each is answered by itself, and what cannot go stays chosen. */
Page({
  data,
  ...waiting,
  ...selectionHandlers,
  /** From whoever goes back to the orders, and from those to none. */
  leaveSelection() {
    if (this.data.sending) return;
    this.setData(this.data.choosing ? nobodyChosen : noSelection);
  },
  async sendTogether() {
    await this.readHelpers('');
  },
  async moreHelpers() {
    await this.readHelpers(this.data.nextHelper);
  },
  /** Who could go, as the first of the chosen orders has them; behind those that stand there from a cursor on. */
  async readHelpers(cursor: string) {
    const [first] = chosenIn(this.data);
    if (!first || this.data.reading) return;
    this.setData({ reading: true, choosing: true, helperProblem: '' });
    const reply = await orders.suggest(first.orderId, cursor === '' ? undefined : cursor);
    if (!reply.ok) return this.setData({ reading: false, helperProblem: refusalOf(reply) });
    const { order, suggestions, next = '' } = reply.data;
    const before = cursor === '' ? [] : this.data.helpers;
    const known = new Set(before.map(({ memberId }) => memberId));
    const more = suggestions.map((one) => helperOf(one, order)).filter(({ memberId }) => !known.has(memberId));
    this.setData({ reading: false, helpers: [...before, ...more], nextHelper: next, ranked: rankedBy(first.title) });
  },
  chooseHelper(event: Tapped<{ member: string }>) {
    const { member } = event.currentTarget.dataset;
    const helper = this.data.helpers.find(({ memberId }) => memberId === member);
    this.setData({ memberId: member, button: togetherButton(helper?.name, chosenIn(this.data).length) });
  },
  writeNote(event: Chosen) {
    this.setData({ note: event.detail.value });
  },
  async dispatch() {
    const { helpers, memberId, sending } = this.data;
    const helper = helpers.find((one) => one.memberId === memberId);
    if (!helper || sending) return;
    const note = this.data.note.trim();
    const to = { memberIds: [memberId], ...(note !== '' && { note }) };
    const done = await sendSelected(this, (order) => orders.dispatch(order, to));
    // What could not go stays chosen, and what was written for whoever goes stays beside it.
    this.setData({ ...nobodyChosen, ...(this.data.failures.length === 0 && { note: '' }) });
    if (done > 0) showToast(togetherResult(helper.name, done));
  },
  open(event: Emitted<{ orderId: string; action: OrderAction | '' }>) {
    wx.navigateTo({ url: orderRoute(event.detail.orderId, event.detail.action) });
  },
});
