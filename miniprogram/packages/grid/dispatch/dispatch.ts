import type { Reply } from '../../../contracts/error';
import { limits } from '../../../contracts/limits';
import type { OrderAction, OrderView } from '../../../contracts/order';
import { isSimpleMove, move, type Said } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { dial } from '../../../session/dialling';
import { leaveTelling } from '../../../session/leave';
import { look, refreshLook, type Look } from '../../../session/look';
import {
  candidatesOf,
  dispatchButton,
  dispatchNote,
  dispatchOrder,
  mergeChoices,
  type Candidate,
  type DispatchOrder,
} from '../../../text/dispatch';
import { refusal } from '../../../text/errors';
import { dispatchedLine, movedLine, publishedLine } from '../../../text/moved';
import { failed, type Phase } from '../../../text/phase';
import { mergeSheet, nothingToMerge, sheetFor, type Sheet } from '../../../text/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  order: DispatchOrder | null;
  candidates: readonly Candidate[];
  button: string;
  bottomNote: string;
  /** For whoever goes. */
  said: string;
  saidMost: number;
  ready: boolean;
  busy: boolean;
  sheet: Sheet | null;
  asking: boolean;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  order: null,
  candidates: [],
  button: '',
  bottomNote: '',
  said: '',
  saidMost: limits.reasonWords,
  ready: false,
  busy: false,
  sheet: null,
  asking: false,
};

const drawn = (order: DispatchOrder, candidates: readonly Candidate[]): Partial<Data> => ({
  candidates,
  button: dispatchButton(candidates),
  bottomNote: dispatchNote(order, candidates, nowMs()),
  ready: candidates.some((one) => one.chosen),
  problem: '',
});

/** Who goes: ranked with reasons by the server, chosen here, by one button. */
Page({
  data,
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await orders.suggest(decodeURIComponent(this.options['orderId'] ?? ''));
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    const order = dispatchOrder(reply.data.order, nowMs());
    this.setData({ phase: 'ready', order, ...drawn(order, candidatesOf(reply.data.suggestions, reply.data.order)) });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  choose(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    const { order, candidates } = this.data;
    if (order === null) return;
    const { memberId } = event.detail;
    const full = candidates.filter((one) => one.chosen).length >= limits.dispatchMembers;
    this.setData(
      drawn(
        order,
        candidates.map((one) =>
          one.memberId === memberId && (one.chosen || !full) ? { ...one, chosen: !one.chosen } : one,
        ),
      ),
    );
  },
  writeNote(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ said: event.detail.value });
  },
  async dispatch() {
    const { order, candidates, said } = this.data;
    if (order === null) return;
    const chosen = candidates.filter((one) => one.chosen);
    const note = said.trim();
    this.setData({ busy: true, problem: '' });
    const reply = await orders.dispatch(order, {
      memberIds: chosen.map((one) => one.memberId),
      ...(note === '' ? {} : { note }),
    });
    this.answer(reply, dispatchedLine(chosen));
  },
  /** A wish is put up for whoever wants to fulfil it. */
  async publish() {
    const { order } = this.data;
    if (order === null) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await orders.dispatch(order, { memberIds: [], pool: true }), publishedLine);
  },
  answer(reply: Reply<OrderView>, line: string) {
    this.setData(reply.ok ? { busy: false, asking: false } : { busy: false, problem: refusal(reply.code) });
    if (reply.ok) leaveTelling(line);
  },
  ask(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { action: OrderAction }>) {
    const { action } = event.currentTarget.dataset;
    if (action === 'merge') void this.askMerge();
    else this.setData({ sheet: sheetFor(action) ?? null, asking: true, problem: '' });
  },
  async askMerge() {
    const { order } = this.data;
    if (order === null) return;
    const lists = await Promise.all([orders.queue('waiting'), orders.queue('inProgress')]);
    const choices = mergeChoices(
      order,
      lists.flatMap((reply) => (reply.ok ? [...reply.data.orders] : [])),
    );
    if (choices.length === 0) this.setData({ problem: nothingToMerge });
    else this.setData({ sheet: mergeSheet(choices), asking: true, problem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    const { order, sheet } = this.data;
    if (order === null || sheet === null) return;
    this.setData({ busy: true, problem: '' });
    if (sheet.action === 'merge')
      this.answer(await orders.merge(order, { intoId: event.detail.reason }), movedLine('merge'));
    else if (isSimpleMove(sheet.action))
      this.answer(await move(sheet.action, order, event.detail), movedLine(sheet.action));
  },
  callRequester() {
    const { order } = this.data;
    if (order?.requester) void dial(order.orderId, { party: 'requester', phone: order.requester.phone });
  },
  whole() {
    wx.navigateTo({ url: `/packages/branch/trail/trail?orderId=${this.options['orderId'] ?? ''}` });
  },
});
