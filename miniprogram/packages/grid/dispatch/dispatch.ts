import { limits } from '../../../contracts/limits';
import type { CallResult, OrderAction, OrderView } from '../../../contracts/order';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { noOrder, orderActions, type OrderPageData } from '../../../page/order-actions';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { closedSheet } from '../../../page/sheet';
import { goBackWithToast, showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { dispatchedResult } from '../../../text/order/dispatch';
import { moveResult, publishedResult } from '../../../text/order/results';
import { mergeSheet, nothingToMerge } from '../../../text/order/sheets';
import {
  candidatesOf,
  chosenOf,
  dispatchButton,
  dispatchNote,
  dispatchOrder,
  mergeChoices,
  type Candidate,
  type DispatchOrder,
} from '../../../views/order/dispatch';

interface Data extends PageData, OrderPageData<DispatchOrder> {
  candidates: readonly Candidate[];
  button: string;
  bottomNote: string;
  /** For whoever goes. */
  note: string;
  maxNote: number;
  ready: boolean;
}

const data: Data = {
  ...loadingPage(),
  ...noOrder,
  candidates: [],
  button: '',
  bottomNote: '',
  note: '',
  maxNote: limits.reasonWords,
  ready: false,
};

const shown = (order: DispatchOrder, candidates: readonly Candidate[]): Partial<Data> => ({
  candidates,
  button: dispatchButton(candidates),
  bottomNote: dispatchNote(order, candidates, nowMs()),
  ready: chosenOf(candidates).length > 0,
  problem: '',
});

const suggested = record({
  read: (page: PageWithParameters) => orders.suggest(parameters(page)['orderId'] ?? ''),
  draw(answer) {
    const order = dispatchOrder(answer.order, nowMs());
    return { order, ...shown(order, candidatesOf(answer.suggestions, answer.order)) };
  },
});

const moved = (order: OrderView): Partial<Data> => ({ ...closedSheet, order: dispatchOrder(order, nowMs()) });

const actions = orderActions({
  draw: moved,
  done: (action) => (action === 'recordCall' ? showToast : goBackWithToast)(moveResult(action)),
});

/** Who goes: ranked with reasons by the server, chosen here, by one button. */
Page({
  data,
  ...suggested,
  ...actions,
  choose(event: Emitted<{ memberId: string }>) {
    const { order, candidates } = this.data;
    if (order === null) return;
    const isFull = chosenOf(candidates).length >= limits.dispatchMembers;
    const changed = candidates.map((one) =>
      one.memberId === event.detail.memberId && (one.chosen || !isFull) ? { ...one, chosen: !one.chosen } : one,
    );
    this.setData(shown(order, changed));
  },
  writeNote(event: Chosen) {
    this.setData({ note: event.detail.value });
  },
  async dispatch() {
    const chosen = chosenOf(this.data.candidates);
    const note = this.data.note.trim();
    const to = { memberIds: chosen.map((one) => one.memberId), ...(note !== '' && { note }) };
    await this.submitDispatch(to, dispatchedResult(chosen));
  },
  /** What came of the call that comes first; once somebody was reached, somebody is chosen. */
  recordCall(event: Tapped<{ result: CallResult }>) {
    this.move('recordCall', { reason: event.currentTarget.dataset.result, words: '' });
  },
  /** A wish is put up for whoever wants to fulfil it. */
  async publish() {
    await this.submitDispatch({ memberIds: [], pool: true }, publishedResult);
  },
  async submitDispatch(to: Parameters<typeof orders.dispatch>[1], result: string) {
    const { order } = this.data;
    if (order === null) return;
    const reply = await this.submit(() => orders.dispatch(order, to), { draw: () => closedSheet });
    if (reply.ok) goBackWithToast(result);
  },
  act(event: Tapped<{ action: OrderAction }>) {
    const { action } = event.currentTarget.dataset;
    if (action === 'merge') void this.askMerge();
    else this.askOrMove(action);
  },
  async askMerge() {
    const { order } = this.data;
    if (order === null) return;
    const lists = await Promise.all([orders.listQueue('waiting'), orders.listQueue('inProgress')]);
    const choices = mergeChoices(
      order,
      lists.flatMap((reply) => (reply.ok ? [...reply.data.orders] : [])),
    );
    if (choices.length === 0) this.setData({ problem: nothingToMerge });
    else this.setData({ sheet: mergeSheet(choices), sheetVisible: true, problem: '' });
  },
  submitReason({ detail }: Emitted<ReasonInput>) {
    const { order, sheet } = this.data;
    if (order === null || sheet === null) return;
    if (sheet.action === 'merge') void this.submitMove('merge', () => orders.merge(order, { intoId: detail.reason }));
    else this.move(sheet.action, detail);
  },
  callRequester() {
    const { requester } = this.data.order ?? {};
    if (requester) this.callParty({ detail: { party: 'requester', phone: requester.phone } });
  },
  openTrail() {
    wx.navigateTo({ url: routes.trail(this.data.order?.orderId ?? '') });
  },
});
