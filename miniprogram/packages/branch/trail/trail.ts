import type { RatingSaid } from '../../../components/rating-form/rating-form';
import type { OrderAction, OrderView } from '../../../contracts/order';
import { isSimpleMove, move, type Said } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { orderPage } from '../../../session/places';
import { refusal } from '../../../text/errors';
import { unread, type Phase } from '../../../text/phase';
import { sheetFor, type Sheet } from '../../../text/sheets';
import { work, type Work } from '../../../text/work';

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

const data: Data = { look: look(), phase: 'loading', problem: '', stale: '', order: null, busy: false, sheet: null, asking: false };

const shown = (view: OrderView): Partial<Data> => ({ phase: 'ready', problem: '', stale: '', order: work(view, nowMs()), busy: false, asking: false });

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
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  act(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { action: OrderAction }>) {
    const { action } = event.currentTarget.dataset;
    const sheet = sheetFor(action);
    if (action === 'dispatch') wx.navigateTo({ url: orderPage(this.data.order?.orderId ?? '', true) });
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
    const reply = await move(action, order, said);
    this.setData(reply.ok ? shown(reply.data) : { busy: false, problem: refusal(reply.code) });
  },
  /** For somebody without WeChat: what they said on the phone. */
  async confirm(event: WechatMiniprogram.CustomEvent<RatingSaid>) {
    const { order } = this.data;
    if (order === null) return;
    const { words, ...rating } = event.detail;
    this.setData({ busy: true, problem: '' });
    const reply = await orders.confirm(order, words === '' ? rating : { ...rating, words });
    this.setData(reply.ok ? shown(reply.data) : { busy: false, problem: refusal(reply.code) });
  },
  async callParty(event: WechatMiniprogram.CustomEvent<{ party: 'requester' | 'assignee'; phone: string }>) {
    const { party, phone } = event.detail;
    const reply = phone !== '' && !phone.includes('*') ? undefined : await orders.reveal(this.data.order?.orderId ?? '', party);
    if (reply !== undefined && !reply.ok) wx.showToast({ title: refusal(reply.code), icon: 'none', duration: 3000 });
    else wx.makePhoneCall({ phoneNumber: (reply?.data.phone ?? phone).replace(/[^\d+]/g, ''), fail: () => undefined });
  },
});
