import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { leaveTelling } from '../../../page/toast';
import { look, refreshLook, type Look } from '../../../page/appearance';
import {
  candidatesOf,
  dispatchOrder,
  goerButton,
  type Candidate,
  type DispatchOrder,
} from '../../../views/order/dispatch';
import { refusal } from '../../../text/errors';
import { goneLine } from '../../../text/order/results';
import { failed, type Phase } from '../../../page/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  order: DispatchOrder | null;
  candidates: readonly Candidate[];
  button: string;
  ready: boolean;
  busy: boolean;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  order: null,
  candidates: [],
  button: '',
  ready: false,
  busy: false,
};

const drawn = (candidates: readonly Candidate[]): Partial<Data> => ({
  candidates,
  button: goerButton(candidates),
  ready: candidates.some((one) => one.chosen),
  problem: '',
});

/** S2-09: an order that came to a team is accepted by its captain, who names who goes. Emits `named` to the page that opened it. */
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
    this.setData({ phase: 'ready', order: dispatchOrder(order, nowMs()), ...drawn(candidatesOf(suggestions, order)) });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  choose(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    const { memberId } = event.detail;
    this.setData(
      drawn(this.data.candidates.map((one) => ({ ...one, chosen: one.memberId === memberId && !one.chosen }))),
    );
  },
  async name() {
    const { order, candidates } = this.data;
    const goer = candidates.find((one) => one.chosen);
    if (order === null || goer === undefined) return;
    this.setData({ busy: true, problem: '' });
    const reply = await orders.accept(order, { memberId: goer.memberId });
    if (!reply.ok) {
      this.setData({ busy: false, problem: refusal(reply.code) });
      return;
    }
    this.getOpenerEventChannel?.().emit?.('named', {});
    leaveTelling(goneLine(goer.name));
  },
});
