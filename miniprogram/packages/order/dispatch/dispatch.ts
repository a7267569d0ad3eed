import { limits } from '../../../contracts/limits';
import type { CallResult, OrderAction, OrderView } from '../../../contracts/order';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { noOrder, orderActions, type OrderPageData } from '../page/order-actions';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { closedSheet, sheetHandlers } from '../../../page/sheet';
import { submitHandlers } from '../../../page/submit';
import { goBackWithToast, showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { refusalOf } from '../../../text/errors';
import { moveResult, publishedResult } from '../../../text/order/results';
import { candidatesOf, chosenOf, isForSeveral, withChosen, type Candidate } from '../views/dispatch';
import { dispatchedResult, mergeSheet, nothingToMerge } from '../text/dispatch-page';
import {
  askedOf,
  dispatchButton,
  dispatchNote,
  dispatchOrder,
  mergeChoices,
  type DispatchOrder,
} from '../views/dispatch-order';

interface Data extends ListData<Candidate>, OrderPageData<DispatchOrder> {
  button: string;
  bottomNote: string;
  /** For whoever goes. */
  note: string;
  maxNote: number;
  ready: boolean;
  /** Somebody was chosen, or is offered. */
  mayDispatch: boolean;
  /** How many go together, as a choice. */
  capacity: string;
  /** Several were chosen, or a team: it is to be said how many go. */
  asksCapacity: boolean;
}

const data: Data = {
  ...loadingList(),
  ...noOrder,
  button: '',
  bottomNote: '',
  note: '',
  maxNote: limits.reasonWords,
  ready: false,
  mayDispatch: false,
  capacity: '1',
  asksCapacity: false,
};

function shown(order: DispatchOrder, candidates: readonly Candidate[], at: { capacity: string; number: number }) {
  const { capacity, number } = at;
  const asked = askedOf(candidates, { capacity: order.capacity, isFirstPage: number === 1 });
  return {
    lines: candidates,
    button: dispatchButton(candidates, asked),
    bottomNote: dispatchNote(order, asked, { capacity: Number(capacity), nowMs: nowMs() }),
    ready: chosenOf(candidates).length > 0,
    mayDispatch: asked.length > 0,
    capacity,
    asksCapacity: order.capacities.length > 0 && isForSeveral(candidates),
    problem: '',
  };
}

interface DispatchPage extends PageWithParameters {
  readonly data: Data;
  hasAsked: boolean;
  askMerge(): Promise<void>;
}

const suggested = pagedList({
  read: (page: DispatchPage, cursor) => orders.suggest(parameters(page)['orderId'] ?? '', cursor),
  draw(answer, page, number) {
    const order = dispatchOrder(answer.order, nowMs());
    const candidates = withChosen(candidatesOf(answer.suggestions, answer.order), page.data.lines);
    const capacity = order.capacity > 1 ? String(order.capacity) : page.data.capacity;
    return { phase: 'ready', order, ...shown(order, candidates, { capacity, number }) };
  },
  /** Whoever came to merge it is asked with which at once. */
  afterLoad(_, page) {
    if (parameters(page)['act'] !== 'merge' || page.hasAsked) return;
    page.hasAsked = true;
    void page.askMerge();
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
  ...submitHandlers,
  ...actions,
  hasAsked: false,
  choose(event: Emitted<{ memberId: string }>) {
    const { order, lines, position } = this.data;
    if (order === null) return;
    const isFull = chosenOf(lines).length >= limits.dispatchMembers;
    const changed = lines.map((one) =>
      one.memberId === event.detail.memberId && (one.chosen || !isFull) ? { ...one, chosen: !one.chosen } : one,
    );
    const capacity = isForSeveral(changed) ? this.data.capacity : String(order.capacity);
    this.setData(shown(order, changed, { capacity, number: position.number }));
  },
  chooseCapacity({ detail }: Chosen) {
    const { order, lines, position } = this.data;
    if (order !== null) this.setData(shown(order, lines, { capacity: detail.value, number: position.number }));
  },
  writeNote(event: Chosen) {
    this.setData({ note: event.detail.value });
  },
  async dispatch() {
    const { order, lines, position } = this.data;
    if (order === null) return;
    const asked = askedOf(lines, { capacity: order.capacity, isFirstPage: position.number === 1 });
    const note = this.data.note.trim();
    const capacity = Number(this.data.capacity);
    const to = {
      memberIds: asked.map((one) => one.memberId),
      ...(note !== '' && { note }),
      ...(capacity !== order.capacity && { capacity }),
    };
    await this.submitDispatch(to, dispatchedResult(asked));
  },
  /** What came of the call that comes first; once somebody was reached, somebody is chosen. */
  recordCall(event: Tapped<{ result: CallResult }>) {
    this.move('recordCall', { reason: event.currentTarget.dataset.result, words: '' });
  },
  /** A wish is put up for whoever wants to fulfil it, once it was seen what they would read. */
  publish() {
    const { order } = this.data;
    if (order === null) return;
    const confirmed = (): void => void this.submitDispatch({ memberIds: [], pool: true }, publishedResult);
    wx.navigateTo({ url: routes.preview(order.orderId, order.capacity), events: { confirmed } });
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
    else if (action === 'reclassify') wx.navigateTo({ url: routes.triage(this.data.order?.orderId ?? '') });
    else this.askOrMove(action);
  },
  async askMerge() {
    const { order } = this.data;
    if (order === null) return;
    const reply = await orders.findDuplicates({ orderId: order.orderId });
    const choices = reply.ok ? mergeChoices(order, reply.data.orders) : [];
    if (choices.length === 0) this.setData({ problem: reply.ok ? nothingToMerge : refusalOf(reply) });
    else this.setData({ sheet: mergeSheet(choices), sheetVisible: true, problem: '' });
  },
  leaveSheet: sheetHandlers.leaveSheet,
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
