import type { Reply } from '../../../contracts/error';
import { limits } from '../../../contracts/limits';
import type { OrderAction, OrderView } from '../../../contracts/order';
import { isSimpleMove, move, type Said } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { candidate, dispatchButton, dispatchNote, dispatchOrder, mergeChoices, type Candidate, type DispatchOrder } from '../../../text/dispatch';
import { refusal } from '../../../text/errors';
import { failed, type Phase } from '../../../text/phase';
import { mergeSheet, nothingToMerge, sheetFor, type Sheet } from '../../../text/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  order: DispatchOrder | null;
  candidates: readonly Candidate[];
  button: string;
  note: string;
  ready: boolean;
  busy: boolean;
  sheet: Sheet | null;
  asking: boolean;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', order: null, candidates: [], button: '', note: '', ready: false, busy: false, sheet: null, asking: false,
};

const drawn = (candidates: readonly Candidate[]): Partial<Data> => ({
  candidates,
  button: dispatchButton(candidates),
  note: dispatchNote(candidates),
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
    const { order, suggestions } = reply.data;
    this.setData({ phase: 'ready', order: dispatchOrder(order, nowMs()), ...drawn(suggestions.map((one) => candidate(one, order))) });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  choose(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    const { candidates } = this.data;
    const { memberId } = event.detail;
    const full = candidates.filter((one) => one.chosen).length >= limits.dispatchMembers;
    this.setData(drawn(candidates.map((one) => (one.memberId === memberId && (one.chosen || !full) ? { ...one, chosen: !one.chosen } : one))));
  },
  async dispatch() {
    const { order, candidates } = this.data;
    if (order === null) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await orders.dispatch(order, { memberIds: candidates.filter((one) => one.chosen).map((one) => one.memberId) }));
  },
  /** A wish is put up for whoever wants to fulfil it. */
  async publish() {
    const { order } = this.data;
    if (order === null) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await orders.dispatch(order, { memberIds: [], pool: true }));
  },
  answer(reply: Reply<OrderView>) {
    if (reply.ok) {
      this.setData({ busy: false, asking: false });
      wx.navigateBack({ fail: () => wx.switchTab({ url: '/pages/orders/orders' }) });
    } else {
      this.setData({ busy: false, problem: refusal(reply.code) });
    }
  },
  ask(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { action: OrderAction }>) {
    const { action } = event.currentTarget.dataset;
    if (action === 'merge') void this.askMerge();
    else this.setData({ sheet: sheetFor(action) ?? null, asking: true, problem: '' });
  },
  async askMerge() {
    const { order } = this.data;
    if (order === null) return;
    const lists = await Promise.all([orders.queue('waiting'), orders.queue('open')]);
    const choices = mergeChoices(order, lists.flatMap((reply) => (reply.ok ? [...reply.data.orders] : [])));
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
    if (sheet.action === 'merge') this.answer(await orders.merge(order, { intoId: event.detail.reason }));
    else if (isSimpleMove(sheet.action)) this.answer(await move(sheet.action, order, event.detail));
  },
  whole() {
    wx.navigateTo({ url: `/packages/branch/trail/trail?orderId=${this.options['orderId'] ?? ''}` });
  },
});
