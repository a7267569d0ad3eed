import * as messages from '../../../services/message';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { orderPage } from '../../../session/places';
import { remember, session } from '../../../session/session';
import { messageRow, type MessageRow } from '../../../text/messages';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  rows: readonly MessageRow[];
}

const data: Data = { look: look(), phase: 'loading', problem: '', rows: [] };

/** The inbox inside the product: what came is here even when WeChat was not allowed to say it. */
Page({
  data,
  next: '',
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await messages.inbox();
    if (!reply.ok) {
      this.setData(failed(reply.code));
      return;
    }
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const rows = reply.data.messages.map((message) => messageRow(message, now));
    this.setData({ phase: rows.length > 0 ? 'ready' : 'empty', rows });
    void this.markRead(rows);
  },
  /** Seen is read; the dots stay for this visit, so that one sees what is new. */
  async markRead(rows: readonly MessageRow[]) {
    const fresh = rows.filter((row) => !row.read).map((row) => row.messageId);
    if (fresh.length === 0) return;
    const reply = await messages.read(fresh);
    if (reply.ok) remember({ ...session(), unread: reply.data.unread });
  },
  async onReachBottom() {
    const cursor = this.next;
    if (cursor === '') return;
    this.next = '';
    const reply = await messages.inbox(cursor);
    if (!reply.ok) return;
    this.next = reply.data.next ?? '';
    const now = nowMs();
    const rows = reply.data.messages.map((message) => messageRow(message, now));
    const { length } = this.data.rows;
    this.setData(Object.fromEntries(rows.map((row, index) => [`rows[${length + index}]`, row])));
    void this.markRead(rows);
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  open(event: WechatMiniprogram.CustomEvent<{ orderId: string }>) {
    wx.navigateTo({ url: orderPage(event.detail.orderId) });
  },
});
