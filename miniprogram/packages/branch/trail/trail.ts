import type { RatingSaid } from '../../../components/order/rating-form/rating-form';
import type { Reply } from '../../../contracts/error';
import type { OrderAction, OrderView } from '../../../contracts/order';
import { isSimpleMove, move, type Said } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { dial, type Dialled } from '../../../page/dial';
import { leaveTelling, tell } from '../../../page/toast';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { finishPage, orderPage } from '../../../routes';
import { refusal } from '../../../text/errors';
import { movedLine, passedOnLine } from '../../../text/order/results';
import { unread, type Phase } from '../../../page/phase';
import { sheetFor, type Sheet } from '../../../text/order/sheets';
import { nothingLeft, work, type Work } from '../../../views/order/work';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  stale: string;
  order: Work | null;
  busy: boolean;
  sheet: Sheet | null;
  asking: boolean;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  stale: '',
  order: null,
  busy: false,
  sheet: null,
  asking: false,
};

const shown = (view: OrderView): Partial<Data> => ({
  phase: 'ready',
  problem: '',
  stale: '',
  order: work(view, nowMs()),
  busy: false,
  asking: false,
});

/** An order's whole way: who, in which hat, when, why; and what the reader may do about it now. */
Page({
  data,
  onShow() {
    refreshLook(this);
    void this.load();
  },
  async load() {
    const reply = await orders.open(decodeURIComponent(this.options['orderId'] ?? ''));
    this.setData(reply.ok ? shown(reply.data) : unread(this.data.phase === 'ready', reply.code));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  /** A sheet that is being filled in stays open. */
  online() {
    if (this.data.asking) this.setData({ problem: '', stale: '' });
    else if (this.data.stale !== '') void this.load();
    else if (this.data.phase === 'failed') this.retry();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  act(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { action: OrderAction }>) {
    const { action } = event.currentTarget.dataset;
    const sheet = sheetFor(action);
    const orderId = this.data.order?.orderId ?? '';
    if (action === 'dispatch') wx.navigateTo({ url: orderPage(orderId, true) });
    else if (action === 'complete') wx.navigateTo({ url: finishPage(orderId) });
    else if (sheet !== undefined) this.setData({ sheet, asking: true, problem: '' });
    else void this.make(action, { reason: '', words: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  decided(event: WechatMiniprogram.CustomEvent<Said>) {
    if (this.data.sheet !== null) void this.make(this.data.sheet.action, event.detail);
  },
  async make(action: OrderAction, said: Said) {
    const { order } = this.data;
    if (order === null || !isSimpleMove(action)) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await move(action, order, said), action);
  },
  answer(reply: Reply<OrderView>, action: OrderAction) {
    if (!reply.ok) {
      this.setData({ busy: false, problem: refusal(reply.code) });
      return;
    }
    this.setData(shown(reply.data));
    const line = action === 'confirm' ? passedOnLine : movedLine(action);
    if (nothingLeft(work(reply.data, nowMs()), action)) leaveTelling(line);
    else tell(line);
  },
  /** For somebody without WeChat: what they said on the phone. */
  async confirm(event: WechatMiniprogram.CustomEvent<RatingSaid>) {
    const { order } = this.data;
    if (order === null) return;
    const { words, ...rating } = event.detail;
    this.setData({ busy: true, problem: '' });
    this.answer(await orders.confirm(order, words === '' ? rating : { ...rating, words }), 'confirm');
  },
  callParty(event: WechatMiniprogram.CustomEvent<Dialled>) {
    void dial(this.data.order?.orderId ?? '', event.detail);
  },
});
