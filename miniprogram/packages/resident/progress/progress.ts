import type { RatingSaid } from '../../../components/order/rating-form/rating-form';
import type { Reply } from '../../../contracts/error';
import type { OrderAction, OrderView } from '../../../contracts/order';
import { isSimpleMove, move, type Said } from '../../../services/moves';
import * as messages from '../../../services/message';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { leaveTelling, tell } from '../../../page/toast';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { refusal } from '../../../text/errors';
import { movedLine } from '../../../text/order/results';
import { unread, type Phase } from '../../../page/phase';
import { newsPromised, progress, type Progress } from '../../../views/order/progress';
import { sheetFor, type Sheet } from '../../../text/order/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  stale: string;
  order: Progress | null;
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
  order: progress(view, nowMs()),
});

/** The promise, the way so far, and at the end the resident's word. */
Page({
  data,
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await orders.open(decodeURIComponent(this.options['orderId'] ?? ''));
    this.setData(reply.ok ? shown(reply.data) : unread(this.data.phase === 'ready', reply.code));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async tell() {
    if (await messages.offerNews(['order-news'])) tell(newsPromised);
  },
  /** What a move answered: the order as it stands now, or why not. */
  answer(reply: Reply<OrderView>, action: OrderAction) {
    this.setData(
      reply.ok ? { ...shown(reply.data), busy: false, asking: false } : { busy: false, problem: refusal(reply.code) },
    );
    if (!reply.ok) return;
    if (action === 'cancel') leaveTelling(movedLine(action));
    else tell(movedLine(action));
  },
  async confirm(event: WechatMiniprogram.CustomEvent<RatingSaid>) {
    const { order } = this.data;
    if (order === null) return;
    const { words, ...rating } = event.detail;
    this.setData({ busy: true, problem: '' });
    this.answer(await orders.confirm(order, words === '' ? rating : { ...rating, words }), 'confirm');
  },
  reopen() {
    this.setData({ sheet: sheetFor('reopen') ?? null, asking: true, problem: '' });
  },
  ask(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { action: OrderAction }>) {
    this.setData({ sheet: sheetFor(event.currentTarget.dataset.action) ?? null, asking: true, problem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    const { order, sheet } = this.data;
    if (order === null || sheet === null || !isSimpleMove(sheet.action)) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await move(sheet.action, order, event.detail), sheet.action);
  },
});
